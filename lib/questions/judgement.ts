/** What a judge said of two pictures side by side, and how such answers are read from outside. */
import {dateOf, fieldsOf, oneOf, refuse} from "../field-checks.js";
import type {Comparison} from "../metrics/bradley-terry.js";
import {realId} from "./judged-pictures.js";

export const choices = ["left", "right", "tie"] as const;
export type Choice = (typeof choices)[number];

/** The answer to "Which is real?" or "Which looks more real?". */
export interface Judgement {
  /** ISO date. */
  readonly at: string;
  /** Makers of the two pictures. */
  readonly left: string;
  readonly right: string;
  readonly choice: Choice;
}

/** More than anyone gives. */
export const mostJudgements = 10_000;

const makerForm = /^[a-z][a-z0-9.-]{0,59}$/;

/** The judgement that `value` is; `date` reads its date. Throws a RangeError that names the field, its value and what is legal there. */
export function parseJudgement(path: string, value: unknown, date = dateOf): Judgement {
  const {at, left, right, choice} = fieldsOf(path, value);
  const sides = {left: makerOf(`${path}.left`, left), right: makerOf(`${path}.right`, right)};
  if (sides.left === sides.right) refuse(`${path}.right`, right, "another maker than on the left");
  return {at: date(`${path}.at`, at), ...sides, choice: oneOf(`${path}.choice`, choice, choices)};
}

function makerOf(path: string, value: unknown): string {
  const isMaker = typeof value === "string" && value.length <= 60 && makerForm.test(value);
  return isMaker ? value : refuse(path, value, "a name like gan-digits");
}

/** Two records of one judge. Throws a RangeError when they are more than the course keeps, rather than drop one. */
export function mergeJudgements(
  ours: readonly Judgement[],
  theirs: readonly Judgement[],
): readonly Judgement[] {
  const all = eachOnce([...ours, ...theirs]);
  if (all.length > mostJudgements)
    throw new RangeError(`${all.length} judgements (at most ${mostJudgements})`);
  return all;
}

/** In the order of time. */
export function eachOnce(judgements: readonly Judgement[]): readonly Judgement[] {
  const known = new Map(judgements.map((each) => [nameOf(each), each]));
  return [...known.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** No two answers of anyone fall on the same thousandth of a second and the same pair. */
function nameOf({at, left, right, choice}: Judgement): string {
  return [Date.parse(at), left, right, choice].join(" ");
}

export function comparisonsOf(judgements: readonly Judgement[]): readonly Comparison[] {
  const outcomes = {left: "first", right: "second", tie: "tie"} as const;
  return judgements.map(({left, right, choice}) => ({
    ...{first: left, second: right},
    outcome: outcomes[choice],
  }));
}

/** How often the real one of two pictures was found. */
export interface Found {
  readonly right: number;
  readonly rounds: number;
}

/** Of all, and by maker of the other picture. What has no real picture, or no answer, does not count. */
export function foundReal(judgements: readonly Judgement[]): {
  readonly all: Found;
  readonly by: ReadonlyMap<string, Found>;
} {
  const by = new Map<string, Found>();
  let all: Found = {right: 0, rounds: 0};
  for (const {left, right, choice} of judgements) {
    const realSide = left === realId ? "left" : right === realId ? "right" : undefined;
    if (!realSide || choice === "tie") continue;
    const other = realSide === "left" ? right : left;
    const isRight = choice === realSide;
    by.set(other, oneMore(by.get(other), isRight));
    all = oneMore(all, isRight);
  }
  return {all, by};
}

function oneMore({right, rounds}: Found = {right: 0, rounds: 0}, isRight: boolean): Found {
  return {right: right + (isRight ? 1 : 0), rounds: rounds + 1};
}

/** How often each maker was chosen, of the comparisons that had a winner. */
export function wonBy(judgements: readonly Judgement[]): ReadonlyMap<string, Found> {
  const won = new Map<string, Found>();
  for (const {left, right, choice} of judgements) {
    if (choice === "tie") continue;
    won.set(left, oneMore(won.get(left), choice === "left"));
    won.set(right, oneMore(won.get(right), choice === "right"));
  }
  return won;
}
