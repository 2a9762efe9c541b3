/** Entries of a log of consent to wear a face. */

/** Purposes that may be asked for, in words that go on after "for". */
export const purposes = {
  lesson: "a lesson",
  card: "a birthday card",
  advertisement: "an advertisement",
} as const;

export type Purpose = keyof typeof purposes;

export interface Terms {
  /** The avatar whose face is asked for, and the one that would wear it, by their numbers. */
  readonly face: number;
  readonly wearer: number;
  readonly purpose: Purpose;
  /** ISO time of UTC up to which it is meant to hold. */
  readonly until: string;
}

export type Entry = {
  /** ISO time of UTC, to the millisecond. */
  readonly at: string;
} & (
  | ({readonly kind: "asked"} & Terms)
  | {readonly kind: "granted" | "refused" | "revoked"; readonly request: number}
  /** `picture` is the SHA-256 of what was made. */
  | {readonly kind: "used"; readonly request: number; readonly picture: string}
);

/** In the order in which they were written. */
export type Ledger = readonly Entry[];
