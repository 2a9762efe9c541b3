/** The reader's work in an exercise: the draft in the editor, and versions to return to. */

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
  recovered: "read from a damaged entry",
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

/** Versions that are kept of one exercise, and the characters of all of them together. */
export const versionLimit = 500;
export const versionsCharacterLimit = 2_000_000;
/** Characters of one draft or version. */
export const textLimit = 1_000_000;

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

/**
 * The work with one more version; the same text again takes the place of its older version. This is the only place where a version
 * ever goes: the oldest ones, when there is no room for a new one.
 */
export function withVersion(work: Work, version: Version): Work {
  const others = work.versions.filter(({text}) => text !== version.text);
  return {...work, versions: fitting([...others, version])};
}

/**
 * Two records of the same exercise: `ours` keeps its draft, and the other's becomes a version. Every text that was in either is in the
 * result, once among the versions. Throws a RangeError when they are more than the course keeps, rather than drop one.
 */
export function mergeWork(ours: Work | undefined, theirs: Work): Work {
  if (!ours) return theirs;
  const {text, at} = theirs.draft;
  const isNew = text !== ours.draft.text;
  const draft: readonly Version[] = isNew ? [{text, why: "import", at}] : [];
  const byText = new Map<string, Version>();
  for (const version of [...ours.versions, ...theirs.versions, ...draft])
    if (!byText.has(version.text)) byText.set(version.text, version);
  const versions = [...byText.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (fitting(versions).length < versions.length) throw new RangeError(tooMany(versions));
  return {...ours, versions};
}

/** The newest versions for which there is room, and the last one in any case. */
export function fitting(versions: readonly Version[]): readonly Version[] {
  let first = Math.max(0, versions.length - versionLimit);
  let characters = charactersOf(versions.slice(first));
  while (characters > versionsCharacterLimit && first < versions.length - 1)
    characters -= versions[first++]!.text.length;
  return versions.slice(first);
}

export function charactersOf(versions: readonly Version[]): number {
  return versions.reduce((sum, {text}) => sum + text.length, 0);
}

function tooMany(versions: readonly Version[]): string {
  const have = `${versions.length} versions of ${charactersOf(versions)} characters`;
  return `${have} (at most ${versionLimit} of ${versionsCharacterLimit} together)`;
}
