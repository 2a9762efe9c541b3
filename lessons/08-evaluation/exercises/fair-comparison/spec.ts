import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";

type Row = readonly number[];

interface Contest {
  readonly pool: Row;
  readonly first: readonly Row[];
  readonly second: readonly Row[];
}

interface Unfairness {
  readonly leak?: boolean;
  readonly luck?: boolean;
  readonly uneven?: boolean;
}

/** The first model shows fewer numbers than the second. */
function drawContest(draw: Draw): Contest {
  const runs = (least: number, most: number) =>
    Array.from({length: draw.integer(2, 4)}, () => draw.numbers(draw.integer(least, most), -4, 4));
  return {pool: draw.numbers(2 * draw.integer(3, 6), -4, 4), first: runs(3, 4), second: runs(6, 8)};
}

const mean = (values: Row) => values.reduce((sum, value) => sum + value / values.length, 0);

function variance(values: Row): number {
  const middle = mean(values);
  const parts = Math.max(1, values.length - 1);
  return values.reduce((sum, value) => sum + (value - middle) ** 2 / parts, 0);
}

/** Scores of both models. */
function scores({pool, first, second}: Contest, {leak, luck, uneven}: Unfairness = {}) {
  const real = leak ? pool : pool.filter((_, i) => i % 2 === 1);
  const count = uneven ? undefined : Math.min(...[...first, ...second].map((run) => run.length));
  const of = (run: Row) => {
    const shown = run.slice(0, count);
    const apart = Math.sqrt(variance(shown)) - Math.sqrt(variance(real));
    return (mean(shown) - mean(real)) ** 2 + apart ** 2;
  };
  const mine = first.map(of);
  return {mine: luck ? [Math.min(...mine)] : mine, theirs: second.map(of)};
}

function gapOf(contest: Contest, unfair?: Unfairness): number {
  const {mine, theirs} = scores(contest, unfair);
  return mean(mine) - mean(theirs);
}

function bandOf(contest: Contest, unfair?: Unfairness): number {
  const {mine, theirs} = scores(contest, unfair);
  return 2 * Math.sqrt(variance(mine) / mine.length + variance(theirs) / theirs.length);
}

function verdictOf(contest: Contest): string {
  const gap = gapOf(contest);
  if (Math.abs(gap) <= bandOf(contest)) return "neither";
  return gap < 0 ? "first" : "second";
}

const leakAdvice =
  "this compares with numbers that both were trained on, too. One line with held does not belong.";
const unevenAdvice =
  "each shows all that it drew, so the one with more looks better. One line with count does not belong.";

function callCompare(call: Trial["call"], {pool, first, second}: Contest): Promise<unknown> {
  return call("compare", pool, first, second);
}

export const tests = [
  property("numbers", "the gap", 2, drawContest, async (contest, {call, check}) => {
    check.close(check.field(await callCompare(call, contest), "gap"), gapOf(contest), {
      advice: "the mean score of the first model over all seeds, minus that of the second.",
      mistakes: [
        {value: gapOf(contest, {leak: true}), advice: leakAdvice},
        {value: gapOf(contest, {uneven: true}), advice: unevenAdvice},
        {
          value: gapOf(contest, {luck: true}),
          advice:
            "the first model is given its best seed, and the second all of them. One line with mine does not belong.",
        },
      ],
    });
  }),
  property("numbers", "the band", 1, drawContest, async (contest, {call, check}) => {
    check.close(check.field(await callCompare(call, contest), "band"), bandOf(contest), {
      advice: "twice the standard error of the gap, from the scores of all seeds.",
      mistakes: [
        {value: bandOf(contest, {leak: true}), advice: leakAdvice},
        {value: bandOf(contest, {uneven: true}), advice: unevenAdvice},
        {
          value: bandOf(contest, {luck: true}),
          advice:
            "a band of its best seed alone is too narrow: one score has no spread. One line with mine does not belong.",
        },
      ],
    });
  }),
  test("verdict", "who is better", 2, async ({call, check, random}) => {
    for (let i = 0; i < 12; i++) {
      const contest = contestOf(i, (count) => Array.from(random.normals(count)));
      const yours = check.field(await callCompare(call, contest), "verdict");
      check.that(yours !== "", {
        expected: "first, second or neither",
        yours: "no verdict",
        advice: "the last line says who is better.",
      });
      const right = verdictOf(contest);
      check.that(yours === right, {
        expected: right,
        yours: String(yours),
        advice: "one is better only where the gap is wider than the band.",
      });
    }
  }),
];

/** In turn the first is better, the second is, and both are the same though the second shows five times as many. */
function contestOf(i: number, normals: (count: number) => number[]): Contest {
  const off = [0, 3, 0][i % 3]!;
  const other = [3, 0, 0][i % 3]!;
  const runs = (length: number, shift: number) =>
    Array.from({length: 4}, () => normals(length).map((value) => value + shift));
  return {pool: normals(40), first: runs(8, off), second: runs(40, other)};
}
