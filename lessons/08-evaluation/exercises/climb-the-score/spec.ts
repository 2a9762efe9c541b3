import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Rows = number[][];

function logScore(rows: Rows): number {
  const answers = rows.map(softmax);
  const mean = answers[0]!.map((_, k) => sum(answers.map((p) => p[k]!)) / rows.length);
  const gains = answers.map((p) => sum(p.map((value, k) => value * Math.log(value / mean[k]!))));
  return sum(gains) / rows.length;
}

function softmax(row: number[]): number[] {
  const top = Math.max(...row);
  const powers = row.map((value) => Math.exp(value - top));
  return powers.map((power) => power / sum(powers));
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** What is made of each number, with the change of the score when it is moved in a copy by `change(copy, i, k)`. */
const eachOf = (rows: Rows, make: (i: number, k: number) => number): Rows =>
  rows.map((row, i) => row.map((_, k) => make(i, k)));

function scoreWith(rows: Rows, change: (copy: Rows) => void): number {
  const copy = rows.map((row) => [...row]);
  change(copy);
  return logScore(copy);
}

const movedScore = (rows: Rows, i: number, k: number, by: number) =>
  scoreWith(rows, (copy) => {
    copy[i]![k]! += by;
  });

const differences = (rows: Rows, h: number) =>
  eachOf(rows, (i, k) => movedScore(rows, i, k, h) - movedScore(rows, i, k, -h));

const slopesOf = (rows: Rows, h: number) => scaled(differences(rows, h), 1 / (2 * h));

const scaled = (rows: Rows, by: number) => rows.map((row) => row.map((value) => by * value));

const added = (a: Rows, b: Rows, by: number) =>
  a.map((row, i) => row.map((value, k) => value + by * b[i]![k]!));

/** As if every number stayed where its second question had left it. */
function neverPutBack(rows: Rows, h: number): Rows {
  const now = rows.map((row) => [...row]);
  return eachOf(now, (i, k) => {
    now[i]![k]! += h;
    const up = logScore(now);
    now[i]![k]! -= h;
    return (up - logScore(now)) / (2 * h);
  });
}

interface Given {
  readonly rows: Rows;
  readonly h: number;
}

function drawGiven(draw: Draw): Given {
  const classes = draw.size(2, 3, 5);
  return {
    rows: draw.list(2, 4, () => draw.numbers(classes, -2, 2)),
    h: draw.number(0.2, 0.6),
  };
}

const bothSides = (
  rows: Rows,
  h: number,
  change: (copy: Rows, i: number, k: number, by: number) => void,
) =>
  eachOf(
    rows,
    (i, k) =>
      (scoreWith(rows, (copy) => change(copy, i, k, h)) -
        scoreWith(rows, (copy) => change(copy, i, k, -h))) /
      (2 * h),
  );

const slopesDemand = ({rows, h}: Given) => ({
  advice:
    "for each number: the score with it h larger, minus the score with it h smaller, divided by 2h.",
  mistakes: [
    {
      value: eachOf(rows, (i, k) => (movedScore(rows, i, k, h) - logScore(rows)) / h),
      advice: "this asks on one side only, above. Ask below as well, and divide by 2h.",
    },
    {
      value: eachOf(rows, (i, k) => (logScore(rows) - movedScore(rows, i, k, -h)) / h),
      advice: "this asks on one side only, below. Ask above as well, and divide by 2h.",
    },
    {
      value: scaled(differences(rows, h), 1 / h),
      advice: "the two answers are 2h apart: divide by that, not by h.",
    },
    {value: differences(rows, h), advice: "this is the difference. Divide it by 2h."},
    {
      value: scaled(differences(rows, h), -1 / (2 * h)),
      advice: "the sign is turned: take the score with less from the score with more.",
    },
    {
      value: neverPutBack(rows, h),
      advice: "each number stays where it was moved. Move it in a copy, or put it back.",
    },
    {
      value: bothSides(rows, h, (copy, i, k, by) => {
        for (let j = 0; j <= k; j++) copy[i]![j]! += by;
      }),
      advice: "numbers before it are moved, too. Move only one number at a time.",
    },
    {
      value: bothSides(rows, h, (copy, _, k, by) => {
        for (const row of copy) row[k]! += by;
      }),
      advice: "this moves the number in all pictures at once. Move only one number at a time.",
    },
  ],
});

interface Climb extends Given {
  readonly rate: number;
  readonly steps: number;
}

/** Smaller, since each step asks for all slopes. */
function drawClimb(draw: Draw): Climb {
  return {
    rows: draw.list(2, 3, () => draw.numbers(3, -2, 2)),
    h: draw.number(0.2, 0.6),
    rate: draw.number(0.5, 3),
    steps: draw.size(2, 3, 4),
  };
}

function climb({rows, rate, h}: Climb, steps: number): Rows {
  let now = rows;
  for (let step = 0; step < steps; step++) now = added(now, slopesOf(now, h), rate);
  return now;
}

const climbedDemand = (given: Climb) => {
  const {rows, rate, steps, h} = given;
  const end = climb(given, steps);
  return {
    advice:
      "in each step: all slopes where the rows are now, then every number by rate times its own.",
    mistakes: [
      {
        value: climb({...given, rate: -rate}, steps),
        advice: "this goes downhill. The score is to rise: add rate times the slope.",
      },
      {value: climb(given, 1), advice: "this is one step. Take as many as steps says."},
      {
        value: added(rows, slopesOf(rows, h), rate * steps),
        advice:
          "all steps use the slopes of the first place. Compute them anew where the rows are now.",
      },
      {value: climb(given, steps + 1), advice: "this is one step too many."},
      {
        value: climb({...given, rate: 1}, steps),
        advice: "how far is rate times the slope, not the slope alone.",
      },
      {
        value: added(end, rows, -1),
        advice: "this is the way that was gone. Start at the rows, and add it.",
      },
    ],
  };
};

export const tests = [
  property("slopes", "both sides of each number", 3, drawGiven, async (given, {call, check}) => {
    const {rows, h} = given;
    check.close(await call("slopes", rows, h), slopesOf(rows, h), slopesDemand(given));
  }),
  test("slopes", "nearly the true slope, when h is small", 2, async ({call, check, random}) => {
    const rows = Array.from({length: 4}, () => Array.from(random.normals(5)));
    const answers = rows.map(softmax);
    const mean = answers[0]!.map((_, k) => sum(answers.map((p) => p[k]!)) / rows.length);
    const right = answers.map((p) => {
      const logs = p.map((value, k) => Math.log(value / mean[k]!));
      const own = sum(p.map((value, k) => value * logs[k]!));
      return p.map((value, k) => (value * (logs[k]! - own)) / rows.length);
    });
    check.close(await call("slopes", rows, 1e-4), right, {
      tolerance: {absolute: 1e-6},
      advice: "with h = 0.0001 central differences are right to six places.",
    });
  }),
  property("climbed", "step by step", 3, drawClimb, async (given, {call, check}) => {
    const {rows, rate, steps, h} = given;
    const yours = await call("climbed", rows, rate, steps, h);
    check.close(yours, climb(given, steps), climbedDemand(given));
  }),
  test("climbed", "no step, and no slope", 1, async ({call, check, random}) => {
    const rows = [Array.from(random.normals(3)), Array.from(random.normals(3))];
    check.close(await call("climbed", rows, 1, 0, 0.1), rows, {
      advice: "no step leaves the rows as they are.",
    });
    const equal = [rows[0]!, rows[0]!, rows[0]!];
    check.close(
      await call("climbed", equal, 1, 3, 0.1),
      climb({rows: equal, rate: 1, steps: 3, h: 0.1}, 3),
      {
        advice: "pictures that are all alike lie at the bottom of the score, where it is flat.",
      },
    );
  }),
];
