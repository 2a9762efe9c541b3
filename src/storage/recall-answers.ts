/** An answer that the reader gave to a recall question. */
export interface RecallAnswer {
  /** ISO date. */
  readonly at: string;
  readonly right: boolean;
}

/** Every answer to one question, in the order of time. */
export type RecallAnswers = readonly RecallAnswer[];

/** Two records of the same question. */
export function mergeAnswers(a: RecallAnswers, b: RecallAnswers): RecallAnswers {
  const times = new Set(a.map(({at}) => at));
  return [...a, ...b.filter(({at}) => !times.has(at))].toSorted(
    (one, other) => Date.parse(one.at) - Date.parse(other.at),
  );
}
