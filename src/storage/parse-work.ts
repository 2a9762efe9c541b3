import {fieldsOf, oneOf, refuse, refuseSize, textOf} from "../lib/field-checks.js";
import {itemsOf, type Reading, unknownDate} from "./reading.js";
import {
  charactersOf,
  type Draft,
  fitting,
  type Reason,
  reasons,
  textLimit,
  type Version,
  versionLimit,
  versionsCharacterLimit,
  type Work,
} from "./work.js";

/** Of an editor's undo history, as JSON: many hundred edits. */
export const historyLimit = 200_000;

/** The work that `value` is. Of the device's own a draft that cannot be read gives way to the newest version. */
export function parseWork(path: string, value: unknown, reading: Reading): Work {
  const {draft, versions: list} = fieldsOf(path, value);
  const versions = parseVersions(`${path}.versions`, list, reading);
  const read = reading.attempt(() => parseDraft(`${path}.draft`, draft, reading), undefined);
  const last = versions.at(-1);
  if (read) return {draft: read, versions};
  if (last) return {draft: {text: last.text, revision: "recovered", at: last.at}, versions};
  return refuse(path, value, "a draft with its versions");
}

function parseVersions(path: string, value: unknown, reading: Reading): readonly Version[] {
  const parse = (name: string, item: unknown) => parseVersion(name, item, reading);
  const versions = itemsOf(path, value, versionLimit, parse, reading);
  const kept = fitting(versions);
  if (kept.length === versions.length) return versions;
  const all = `${charactersOf(versions)} characters`;
  return reading.attempt(() => refuseSize(path, all, versionsCharacterLimit), kept);
}

/** Also what a closing page left of one. */
export function parseDraft(path: string, value: unknown, reading: Reading): Draft {
  const {text, revision, at, history} = fieldsOf(path, value);
  return {
    text: textOf(`${path}.text`, text, textLimit),
    revision: reading.attempt(() => textOf(`${path}.revision`, revision, 200), "recovered"),
    at: reading.attempt(() => reading.date(`${path}.at`, at), unknownDate),
    ...(reading.keepsHistory && historyOf(`${path}.history`, history, reading)),
  };
}

/** As plain data: an editor that is given a cycle fails later, when it saves. */
function historyOf(path: string, history: unknown, reading: Reading): Pick<Draft, "history"> {
  if (history === undefined) return {};
  const json = reading.attempt(() => textOf(path, jsonOf(path, history), historyLimit), undefined);
  return json === undefined ? {} : {history: JSON.parse(json) as unknown};
}

function jsonOf(path: string, value: unknown): unknown {
  try {
    return JSON.stringify(value);
  } catch {
    return refuse(path, value, "plain data");
  }
}

function parseVersion(path: string, value: unknown, reading: Reading): Version {
  const {text, why, at, outcome} = fieldsOf(path, value);
  const all = Object.keys(reasons) as Reason[];
  const score = () => textOf(`${path}.outcome`, outcome, 200);
  const read = outcome === undefined ? undefined : reading.attempt(score, undefined);
  return {
    text: textOf(`${path}.text`, text, textLimit),
    why: reading.attempt(() => oneOf(`${path}.why`, why, all), "recovered"),
    at: reading.attempt(() => reading.date(`${path}.at`, at), unknownDate),
    ...(read !== undefined && {outcome: read}),
  };
}
