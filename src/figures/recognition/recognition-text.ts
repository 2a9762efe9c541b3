import {counted} from "../../controls/format.js";
import type {FittedPsychometric, Trial} from "../../lib/metrics/psychometric.js";

/** One picture that both have named, at one level of signal. */
export interface Named {
  readonly level: number;
  readonly truth: number;
  readonly yours: number;
  readonly network: number;
}

/** Of the reader, or of the network: which of the pictures it named rightly. */
export function trialsOf(who: "yours" | "network", named: readonly Named[]): Trial[] {
  return named.map((each) => ({level: each.level, isRight: each[who] === each.truth}));
}

/** "It is a 7. You said 7, the network 2, with 41 %." */
export function answerText({truth, yours, network}: Named, probability: number): string {
  const percent = Math.round(100 * probability);
  return `It is ${article(truth)}. You said ${yours}, the network ${network}, with ${percent} %.`;
}

function article(digit: number): string {
  return digit === 8 ? "an 8" : `a ${digit}`;
}

/** "You: 7 of 10 right; halfway at 0.31 (0.24 to 0.38)." */
export function observerText(
  name: string,
  trials: readonly Trial[],
  fitted: FittedPsychometric | undefined,
): string {
  if (!fitted) return `${name}: nothing yet.`;
  const right = trials.filter(({isRight}) => isRight).length;
  return `${name}: ${right} of ${counted(trials.length, "picture")} right; ${halfwayText(fitted)}.`;
}

/** "Run 2, noise up to 0.8: halfway at 0.31 (0.24 to 0.38)." */
export function thresholdText(name: string, fitted: FittedPsychometric | undefined): string {
  return fitted ? `${name}: ${halfwayText(fitted)}.` : `${name}: nothing yet.`;
}

function halfwayText({fit, interval}: FittedPsychometric): string {
  const told = [fit.threshold, ...interval].map((level) => level.toFixed(2));
  return `halfway at ${told[0]} (${told[1]} to ${told[2]})`;
}

/** Who needs less of the picture, if the intervals say so. */
export function verdictText(
  you: FittedPsychometric | undefined,
  network: FittedPsychometric | undefined,
): string {
  if (!you || !network) return "Name ten pictures for a first comparison.";
  if (you.interval[1] < network.interval[0]) return "You see it first: the intervals lie apart.";
  if (network.interval[1] < you.interval[0])
    return "The network sees it first: the intervals lie apart.";
  return "The intervals overlap: who sees it first is not settled. Go on.";
}
