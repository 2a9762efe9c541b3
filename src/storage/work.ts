/** What the reader wrote in an exercise: the draft in the editor, and versions to return to. */

export interface Draft {
  readonly text: string;
  /** The editor's, so that undo outlives a reload. */
  readonly history?: unknown;
  /** Names the writing: another tab's draft has another one. */
  readonly revision: string;
  /** ISO date. */
  readonly at: string;
}

/** Why a version was kept. */
export const reasons = {
  run: "tested",
  reset: "before the reset",
  return: "before you went back to another version",
  "other-tab": "from another tab",
  import: "from an imported file",
} as const;
export type Reason = keyof typeof reasons;

export interface Version {
  readonly text: string;
  readonly why: Reason;
  readonly at: string;
  /** "2 of 5 points": how a tested version did. */
  readonly outcome?: string;
}

export interface Work {
  readonly draft: Draft;
  /** Oldest first. */
  readonly versions: readonly Version[];
}

export const versionLimit = 30;

/**
 * The work with `draft` in place of the old draft. One that came between, since revision `basedOn`, is another tab's: it
 * becomes a version, so that no tab erases what another one wrote.
 */
export function withDraft(work: Work | undefined, draft: Draft, basedOn: string | undefined): Work {
  if (!work) return {draft, versions: []};
  const isOurs = work.draft.revision === basedOn || work.draft.revision === draft.revision;
  if (isOurs || work.draft.text === draft.text) return {...work, draft};
  const {text, at} = work.draft;
  return {...withVersion(work, {text, why: "other-tab", at}), draft};
}

/** The work with one more version; the same text again takes the place of its older version. */
export function withVersion(work: Work, version: Version): Work {
  const others = work.versions.filter(({text}) => text !== version.text);
  return {...work, versions: [...others, version].slice(-versionLimit)};
}

/** Two records of the same exercise: `ours` keeps its draft, and the other's becomes versions. */
export function mergeWork(ours: Work | undefined, theirs: Work): Work {
  if (!ours) return theirs;
  const known = new Set([ours.draft.text, ...ours.versions.map(({text}) => text)]);
  const {text, at} = theirs.draft;
  const theirVersions = [...theirs.versions, {text, why: "import", at} as const];
  const versions = [...ours.versions, ...theirVersions.filter((each) => !known.has(each.text))];
  return {
    ...ours,
    versions: versions.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).slice(-versionLimit),
  };
}
