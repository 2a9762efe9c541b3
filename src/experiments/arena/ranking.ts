/** The reader's order of the four, and how right it is. */
import {type Contender, contenders, type PerContender} from "./contenders.js";

export type Ranking = readonly Contender[];

/** The order in a line of names, nearest first; names that are missing follow in their usual order, others are passed over. */
export function parseRanking(text: string): Ranking {
  const named = text.split(" ").filter((word): word is Contender => isContender(word));
  return [...new Set([...named, ...contenders])];
}

export function rankingText(ranking: Ranking): string {
  return ranking.join(" ");
}

/** With the one at `place` moved to `place + by`, if there is such a place. */
export function moved(ranking: Ranking, place: number, by: -1 | 1): Ranking {
  const to = place + by;
  if (to < 0 || to >= ranking.length) return ranking;
  const next = [...ranking];
  [next[place], next[to]] = [next[to]!, next[place]!];
  return next;
}

/** By distance, nearest first. */
export function rankingOf(distances: PerContender<number>): Ranking {
  return [...contenders].sort((a, b) => distances[a] - distances[b]);
}

/** Pairs of the four that `guess` has in the order of `truth`, of six. */
export function rightPairs(guess: Ranking, truth: Ranking): number {
  const isRight = (a: Contender, b: Contender) =>
    guess.indexOf(a) < guess.indexOf(b) === truth.indexOf(a) < truth.indexOf(b);
  return contenders.flatMap((a, i) => contenders.slice(i + 1).filter((b) => isRight(a, b))).length;
}

function isContender(word: string): boolean {
  return (contenders as readonly string[]).includes(word);
}
