/**
 * Which pictures stand side by side, in which order and on which side: all by chance from a seed, so that nobody can learn it, and
 * a seed gives it again.
 */
import {Random} from "../random.js";
import {realId} from "./judged-pictures.js";

/** Rounds of one sitting. The number is fixed before the first, as the interval takes for granted. */
export const roundCount = 20;

/** A maker, and how many pictures there are of it. */
export interface PlannedMaker {
  readonly id: string;
  readonly count: number;
}

export interface Place {
  readonly maker: string;
  readonly picture: number;
}

export interface Trial {
  readonly left: Place;
  readonly right: Place;
}

/** Real against made, each maker equally often as far as that goes. `sitting` counts from 0. */
export function realOrMadeTrials(
  makers: readonly PlannedMaker[],
  seed: number,
  sitting: number,
): Trial[] {
  const others = makers.filter(({id}) => id !== realId);
  const pairs = others.map(({id}) => [realId, id] as const);
  return trialsOf(makers, pairs, new Random(seed).fork(`real or made ${sitting}`));
}

/** Each maker, real pictures too, against each other, equally often as far as that goes. */
export function rankingTrials(
  makers: readonly PlannedMaker[],
  seed: number,
  sitting: number,
): Trial[] {
  const pairs = makers.flatMap(({id}, i) =>
    makers.slice(0, i).map((other) => [other.id, id] as const),
  );
  return trialsOf(makers, pairs, new Random(seed).fork(`ranking ${sitting}`));
}

function trialsOf(
  makers: readonly PlannedMaker[],
  pairs: readonly (readonly [string, string])[],
  random: Random,
): Trial[] {
  if (pairs.length === 0)
    throw new RangeError(`too few makers: ${makers.length} (at least 2, one of them made)`);
  const pictures = new Map(makers.map(({id, count}) => [id, dealt(count, random)]));
  return repeatedly(pairs, random).map(([a, b]) => {
    const [one, other] = [a, b].map((maker) => ({maker, picture: pictures.get(maker)!()}));
    return random.integer(2) === 0 ? {left: one!, right: other!} : {left: other!, right: one!};
  });
}

/** Each of `items` once in random order, and again, until there are enough; the order of all of them is by chance. */
function repeatedly<T>(items: readonly T[], random: Random): T[] {
  const rounds: T[] = [];
  while (rounds.length < roundCount) rounds.push(...random.shuffle(items));
  return random.shuffle(rounds.slice(0, roundCount));
}

/** Gives the numbers below `count` in random order, each once before any comes again. */
function dealt(count: number, random: Random): () => number {
  let left: number[] = [];
  return () => {
    if (left.length === 0) left = [...random.permutation(count)];
    return left.pop()!;
  };
}

/** Where a judge with so many answers stands: in which sitting, and before which round of it. */
export function placeAfter(answers: number): {readonly sitting: number; readonly round: number} {
  return {sitting: Math.floor(answers / roundCount), round: answers % roundCount};
}

/** The answers of the sittings that were finished: where to stop must not depend on what came. */
export function finished<T>(answers: readonly T[]): readonly T[] {
  return answers.slice(0, roundCount * placeAfter(answers.length).sitting);
}
