/** The chance of `k` or more right ones of `n`, if each is right with chance `p`. */
export function atLeast(k: number, n: number, p: number): number {
  return Number.NaN;
}

/** The exact 95 % interval of the chance of a judge who was right `right` times in `rounds`. */
export function interval(right: number, rounds: number): {low: number; high: number} {
  return {low: Number.NaN, high: Number.NaN};
}
