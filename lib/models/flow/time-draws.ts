/**
 * Times at which a network is trained, from 0 to 1:
 *
 *     uniform        t ~ U(0, 1)
 *     logit-normal   t = 1 / (1 + e^-z), z ~ N(0, 1)     (Esser et al., 2024, section 3.1)
 *
 * At both ends of a straight path the answer is easy, the mean of the pictures and that of the noise; `logit-normal` spends the steps in
 * the middle.
 */
import {logistic} from "../../exact-functions.js";
import {named} from "../../named.js";
import type {Random} from "../../random.js";

export type TimeDraw = "uniform" | "logit-normal";

const draws: Readonly<Record<TimeDraw, (random: Random) => number>> = {
  uniform: (random) => random.uniform(),
  "logit-normal": (random) => logistic(random.normal()),
};

/** `count` of them. Throws a RangeError for a name it does not know. */
export function drawTimes(name: TimeDraw, count: number, random: Random): number[] {
  const draw = named("time draw", draws, name);
  return Array.from({length: count}, () => draw(random));
}
