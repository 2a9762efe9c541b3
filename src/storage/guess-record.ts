/** A curve that the reader drew before a run: its values from the first step to the last, `null` where nothing is drawn. */
export interface GuessRecord {
  readonly values: readonly (number | null)[];
  /** ISO date. */
  readonly at: string;
  /** When the reader first saw how the run went. */
  readonly seenAt?: string;
}

/** The record with another guess. */
export function withGuess(old: unknown, values: GuessRecord["values"], at: string): GuessRecord {
  const {seenAt} = (old ?? {}) as Partial<GuessRecord>;
  return {values, at, ...(seenAt && {seenAt})};
}

/** The record once the truth was shown, of whoever had drawn nothing too. */
export function withTruthSeen(old: unknown, at: string): GuessRecord {
  const {values = [], at: drawnAt = at, seenAt = at} = (old ?? {}) as Partial<GuessRecord>;
  return {values, at: drawnAt, seenAt};
}

/** Two records of the same guess: ours stays, unless it is empty. */
export function mergeGuesses(ours: GuessRecord | undefined, theirs: GuessRecord): GuessRecord {
  if (!ours) return theirs;
  const isEmpty = ours.values.every((value) => value === null);
  const seenAt = ours.seenAt ?? theirs.seenAt;
  const {values, at} = isEmpty ? theirs : ours;
  return {values, at, ...(seenAt && {seenAt})};
}

/** A record of `length` values out of what was kept, an empty one for another number of them; `undefined` for none. */
export function parseGuess(kept: unknown, length: number): GuessRecord | undefined {
  const {values, at, seenAt} = (kept ?? {}) as Partial<GuessRecord>;
  if (!Array.isArray(values) || typeof at !== "string") return undefined;
  const isWhole = values.length === length && values.every(isValue);
  const empty = Array.from({length}, () => null);
  return {values: isWhole ? values : empty, at, ...(seenAt && {seenAt})};
}

function isValue(value: unknown): boolean {
  return value === null || Number.isFinite(value);
}
