/**
 * A curve that a reader draws before a run: its value at equally spaced places from the first step to the last, `null` where
 * nothing is drawn. Between two places that are drawn it is straight on its axis; beyond them it says nothing.
 */
export type Guess = readonly (number | null)[];

/** The vertical axis that a guess is drawn on. A place on it is a share, 0 at the bottom and 1 at the top. */
export interface GuessAxis {
  readonly low: number;
  readonly high: number;
  readonly log?: boolean;
}

/** A point of the plot: shares of its width and of its height, from the left and from below. */
export interface GuessPoint {
  readonly x: number;
  readonly y: number;
}

const places = 21;
/** The share of the run that a guess has to cover before it can be compared. */
const leastSpan = 0.5;

export const emptyGuess: Guess = Array.from({length: places}, () => null);

/** The value at share `y` of the axis, no finer than a hand can draw: in hundredths of the axis. */
export function valueAt({low, high, log}: GuessAxis, y: number): number {
  const share = Math.round(100 * inside(y)) / 100;
  if (log) return Number((low * (high / low) ** share).toPrecision(2));
  return Number((low + share * (high - low)).toPrecision(6));
}

/** Where `value` stands on the axis, below 0 or above 1 when it is beyond an end. */
export function shareOf({low, high, log}: GuessAxis, value: number): number {
  return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
}

/** The guess with a straight stroke from one point to the other in place of what was there. */
export function withStroke(guess: Guess, axis: GuessAxis, from: GuessPoint, to: GuessPoint): Guess {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const [first, last] = [placeNear(left.x), placeNear(right.x)];
  const slope = (right.y - left.y) / Math.max(right.x - left.x, 1e-9);
  const heightAt = (place: number) => {
    const x = Math.max(left.x, Math.min(right.x, place / (places - 1)));
    return place === placeNear(to.x) ? to.y : left.y + (x - left.x) * slope;
  };
  return guess.map((value, i) => (i < first || i > last ? value : valueAt(axis, heightAt(i))));
}

export function withPlace(guess: Guess, place: number, value: number | null): Guess {
  return guess.map((old, i) => (i === place ? value : old));
}

/** The place nearest to share `x` of the width. */
export function placeNear(x: number): number {
  return Math.round(inside(x) * (places - 1));
}

/** The step of a place, on an axis of `limit` steps. */
export function stepOf(place: number, limit: number): number {
  return Math.round((place * limit) / (places - 1));
}

/** First and last place drawn; `undefined` when there is none. */
export function spanOf(guess: Guess): readonly [first: number, last: number] | undefined {
  const drawn = guess.flatMap((value, i) => (value === null ? [] : [i]));
  return drawn.length > 0 ? [drawn[0]!, drawn.at(-1)!] : undefined;
}

/** Whether the guess covers enough of the run to be compared with it. */
export function isReady(guess: Guess): boolean {
  const span = spanOf(guess);
  return span !== undefined && span[1] - span[0] >= leastSpan * (places - 1);
}

/** The guess at share `x` of the run; `undefined` beyond what is drawn. */
export function guessAt(guess: Guess, axis: GuessAxis, x: number): number | undefined {
  const at = x * (places - 1);
  const before = guess.findLastIndex((value, i) => value !== null && i <= at);
  const after = guess.findIndex((value, i) => value !== null && i >= at);
  if (before < 0 || after < 0) return undefined;
  const [a, b] = [shareOf(axis, guess[before]!), shareOf(axis, guess[after]!)];
  const share = before === after ? a : a + ((b - a) * (at - before)) / (after - before);
  const {low, high, log} = axis;
  return log ? low * (high / low) ** share : low + share * (high - low);
}

function inside(share: number): number {
  return Math.max(0, Math.min(1, share));
}
