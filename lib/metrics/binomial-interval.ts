/**
 * The exact interval of a share: all chances p under which k or more, and k or fewer, right ones of n are not too rare.
 *
 *     low:  P(X >= k | p) = α/2        high:  P(X <= k | p) = α/2        X ~ Binomial(n, p)
 *
 * (Clopper & Pearson, 1934). Whatever the true chance, the interval holds it in at least 1 - α of all experiments whose n was fixed
 * beforehand. It is wider than need be for few rounds, never too narrow.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** More would only take time. */
const mostRounds = 100_000;

/** The interval, 0 to 1, of the chance of `right` in `rounds`; `level` of such intervals hold it. Default 95 %. */
export function binomialInterval(right: number, rounds: number, level = 0.95): Interval {
  checkCounts(right, rounds);
  if (!(level > 0 && level < 1))
    throw new RangeError(`invalid level: ${level} (a number between 0 and 1)`);
  const rare = (1 - level) / 2;
  return {
    low: right === 0 ? 0 : chanceWhere((p) => atLeast(right, rounds, p) - rare),
    high: right === rounds ? 1 : 1 - chanceWhere((q) => atLeast(rounds - right, rounds, q) - rare),
  };
}

/**
 * How often guessing with chance `guess` does at least as far from its mean: two-sided, twice the smaller tail and at most 1.
 */
export function guessingChance(right: number, rounds: number, guess = 0.5): number {
  checkCounts(right, rounds);
  if (!(guess > 0 && guess < 1))
    throw new RangeError(`invalid chance of a guess: ${guess} (a number between 0 and 1)`);
  const above = atLeast(right, rounds, guess);
  const below = atLeast(rounds - right, rounds, 1 - guess);
  return Math.min(1, 2 * Math.min(above, below));
}

/** P(X >= k) for X ~ Binomial(n, p). */
export function atLeast(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  return k > n * p ? upperTail(k, n, p) : 1 - upperTail(n - k + 1, n, 1 - p);
}

/** Sums the tail from its largest term on, for k above the mean: each is smaller than the one before. */
function upperTail(k: number, n: number, p: number): number {
  if (k > n) return 0;
  const odds = p / (1 - p);
  let term = Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
  let sum = 0;
  for (let i = k; i <= n && term > sum * 1e-17; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * odds;
  }
  return sum;
}

/** ln of n over k, by the smaller of k and n - k factors. */
function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) sum += Math.log((n - Math.min(k, n - k) + i) / i);
  return sum;
}

/** Where `rising`, which grows with p, is 0: halved until no number lies between. */
function chanceWhere(rising: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
}

function checkCounts(right: number, rounds: number): void {
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > mostRounds)
    throw new RangeError(`invalid number of rounds: ${rounds} (a whole number from 1 to 100,000)`);
  if (!Number.isInteger(right) || right < 0 || right > rounds)
    throw new RangeError(
      `invalid number of right answers: ${right} (a whole number from 0 to ${rounds})`,
    );
}
