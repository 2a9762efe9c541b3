interface Entry {
  readonly kind: "asked" | "granted" | "refused" | "used" | "revoked";
  readonly at: number;
  /** Of "asked". */
  readonly face?: number;
  readonly wearer?: number;
  readonly purpose?: string;
  readonly until?: number;
  /** Of all others. */
  readonly request?: number;
  /** Of "used". */
  readonly picture?: number;
}

/** The kind of the last entry about each request. */
export function states(log: Entry[]): string[] {
  return [];
}

/** The number of the first request that allows this use, or 0. */
export function allowedBy(
  log: Entry[],
  face: number,
  wearer: number,
  purpose: string,
  now: number,
): number {
  return Number.NaN;
}

/** The pictures whose consent has been taken back, in the order in which they were made. */
export function withdrawn(log: Entry[]): number[] {
  return [Number.NaN];
}
