import {type Fields, oneOf, refuse, wholeNumber} from "../field-checks.js";
import type {GradedState} from "./verdict.js";

/** The part of a verdict that is kept. */
export interface Score {
  readonly state: GradedState;
  readonly points: number;
  readonly maxPoints: number;
}

const states = ["incorrect", "partly", "correct", "error", "timed-out"] as const;
const mostPoints = 10_000;

/**
 * The score in `fields`. Points and state agree: a correct answer has all points, and a wrong one none. Throws a RangeError that
 * names the field, its value and what is legal there.
 */
export function parseScore(path: string, fields: Fields): Score {
  const maxPoints = wholeNumber(`${path}.maxPoints`, fields.maxPoints, 0, mostPoints);
  const points = wholeNumber(`${path}.points`, fields.points, 0, maxPoints);
  const state = oneOf(`${path}.state`, fields.state, states);
  const isWhole = points === maxPoints && maxPoints > 0;
  const agrees = state === "correct" ? isWhole : state !== "incorrect" || points === 0;
  if (!agrees) refuse(`${path}.state`, state, `not with ${points} of ${maxPoints} points`);
  return {state, points, maxPoints};
}
