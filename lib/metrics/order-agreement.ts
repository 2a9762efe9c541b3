/**
 * How far two scores put the same things in the same order: pairs in the same order, of all pairs.
 *
 *     same = #{i < j : (a_i - a_j)(b_i - b_j) > 0}        τ = (same - other) / pairs
 *
 * (Kendall, 1938). With few things much of it is luck: `luck` is the share of all orders of b that do at least as well.
 */
export interface OrderAgreement {
  readonly same: number;
  readonly pairs: number;
  /** 0 to 1. */
  readonly luck: number;
}

/** Orders of more things are too many to try. */
const mostThings = 8;

/** Both lists give a score of each thing, in the same sense: more is better. */
export function orderAgreement(a: readonly number[], b: readonly number[]): OrderAgreement {
  if (a.length !== b.length || a.length < 2 || a.length > mostThings)
    throw new RangeError(
      `invalid scores: ${a.length} and ${b.length} (as many of both, 2 to ${mostThings})`,
    );
  const same = samePairs(a, b);
  let [all, asGood] = [0, 0];
  for (const order of orders(b.length)) {
    all++;
    if (
      samePairs(
        a,
        order.map((i) => b[i]!),
      ) >= same
    )
      asGood++;
  }
  return {same, pairs: (a.length * (a.length - 1)) / 2, luck: asGood / all};
}

function samePairs(a: readonly number[], b: readonly number[]): number {
  let same = 0;
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) if ((a[i]! - a[j]!) * (b[i]! - b[j]!) > 0) same++;
  return same;
}

function* orders(count: number): Generator<number[]> {
  if (count === 0) return void (yield []);
  for (const shorter of orders(count - 1))
    for (let at = 0; at < count; at++) yield shorter.toSpliced(at, 0, count - 1);
}
