import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {step as faulty} from "./starter.js";

type Point = readonly [x: number, y: number];

interface Line {
  readonly slope: number;
  readonly bias: number;
  readonly sumSlope: number;
  readonly sumBias: number;
  readonly count: number;
}

interface Part {
  readonly state: Line;
  readonly points: readonly Point[];
}

const rate = 0.3;

const signed = (draw: Draw, low: number, high: number) =>
  draw.number(low, high) * (draw.integer(0, 1) ? 1 : -1);

/** Halfway through a batch: something has been added up already. */
function drawPart(draw: Draw): Part {
  const length = draw.size(1, 4, 12);
  return {
    state: {
      ...{slope: signed(draw, 0.5, 3), bias: signed(draw, 0.5, 3)},
      ...{sumSlope: signed(draw, 2, 9), sumBias: signed(draw, 2, 9), count: draw.integer(2, 8)},
    },
    points: Array.from({length}, () => [signed(draw, 0.5, 3), signed(draw, 0.5, 5)] as const),
  };
}

/** The sums of slopes of a part alone. */
function slopesOf({slope, bias}: Line, points: readonly Point[]) {
  const errors = points.map(([x, y]) => slope * x + bias - y);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  return {slope: sum(errors.map((error, i) => error * points[i]![0])), bias: sum(errors)};
}

function added(state: Line, points: readonly Point[]): Line {
  const part = slopesOf(state, points);
  return {
    ...state,
    sumSlope: state.sumSlope + part.slope,
    sumBias: state.sumBias + part.bias,
    count: state.count + points.length,
  };
}

function rightStep(state: Line, points: readonly Point[], isLast: boolean): Line {
  const all = added(state, points);
  if (!isLast) return all;
  return {...moved(all), sumSlope: 0, sumBias: 0, count: 0};
}

function moved({slope, bias, sumSlope, sumBias, count}: Line, by = rate / count) {
  return {slope: slope - by * sumSlope, bias: bias - by * sumBias};
}

const pair = ({slope, bias}: {readonly slope: number; readonly bias: number}) => [slope, bias];

const moves = 40;
const truth = {slope: 1.5, bias: -0.5};
const still: Line = {slope: 0, bias: 0, sumSlope: 0, sumBias: 0, count: 0};

/** Two parts of six points for each move. */
function batches(random: Random): readonly (readonly [readonly Point[], readonly Point[]])[] {
  const point = (): Point => {
    const x = random.normal();
    return [x, truth.slope * x + truth.bias + 0.2 * random.normal()];
  };
  const part = () => Array.from({length: 6}, point);
  return Array.from({length: moves}, () => [part(), part()] as const);
}

type Step = (state: Line, points: readonly Point[], isLast: boolean) => Promise<Line> | Line;

/** The squared error after each move, on points without noise, and the last line. */
async function follow(data: ReturnType<typeof batches>, step: Step) {
  let line = still;
  const losses = [lossOf(line)];
  for (const [first, second] of data) {
    line = await step(await step(line, first, false), second, true);
    losses.push(lossOf(line));
  }
  return {line, losses: Float32Array.from(losses)};
}

/** Of x with a mean of 0 and a mean square of 1. */
function lossOf({slope, bias}: Line): number {
  return (slope - truth.slope) ** 2 + (bias - truth.bias) ** 2;
}

type Run = Awaited<ReturnType<typeof follow>>;

function comparedRun(label: string, yours: Run, right: Run): TestRun {
  const curve = {label: "loss", role: "judge", yours: yours.losses, right: right.losses} as const;
  return {label, curves: [curve]};
}

function lineOf(value: unknown, check: Check): Line {
  const numberOf = (name: string) => check.number(check.field(value, name));
  return {
    ...{slope: numberOf("slope"), bias: numberOf("bias"), count: numberOf("count")},
    ...{sumSlope: numberOf("sumSlope"), sumBias: numberOf("sumBias")},
  };
}

type Check = Trial["check"];

/** Of a part that is not the last. */
function checkPart(yours: Line, {state, points}: Part, check: Check): void {
  const right = rightStep(state, points, false);
  check.close(pair(yours), pair(state), {
    advice: "the line moves only with the last part of a batch.",
  });
  const alone = slopesOf(state, points);
  check.close([yours.sumSlope, yours.sumBias], [right.sumSlope, right.sumBias], {
    advice: "error times x is added to the one sum, the error to the other.",
    mistakes: [
      {
        value: [alone.slope, alone.bias],
        advice: "the parts before this one are lost. Add to what is there.",
      },
    ],
  });
  check.close(yours.count, right.count, {advice: "the points of this part are counted, too."});
}

function checkMove(yours: Line, {state, points}: Part, check: Check): void {
  const all = added(state, points);
  check.close(pair(yours), pair(moved(all)), {
    advice: "0.3 times the sum, divided by all points of the batch, downwards.",
    mistakes: [
      {value: pair(state), advice: "with the last part the line must move, and it does not move."},
      {value: pair(moved(all, -rate / all.count)), advice: "now the line goes up the slope."},
      {value: pair(moved(all, rate)), advice: "take the mean: divide by the number of points."},
      {
        value: pair(moved(all, rate / points.length)),
        advice: "divide by all points of the batch, not by those of its last part.",
      },
    ],
  });
}

/** What the next batch finds. */
function checkHandedOn(yours: Line, {state, points}: Part, check: Check): void {
  const all = added(state, points);
  check.close([yours.sumSlope, yours.sumBias], [0, 0], {
    advice: "after a move the two sums must both be 0.",
    mistakes: [
      {
        value: [all.sumSlope, all.sumBias],
        advice: "the slopes of this batch are still there, and will push the next one, too.",
      },
    ],
  });
  check.close(yours.count, 0, {
    advice: "the next batch begins with a count of 0.",
    mistakes: [
      {value: all.count, advice: "the count goes on from batch to batch. It begins anew."},
    ],
  });
}

export const tests = [
  property("part", "a part, and the move", 3, drawPart, async (part, {call, check}) => {
    const {state, points} = part;
    checkPart(lineOf(await call("step", state, points, false), check), part, check);
    const last = lineOf(await call("step", state, points, true), check);
    checkMove(last, part, check);
    checkHandedOn(last, part, check);
  }),
  test("training", "it comes to rest", 2, async ({call, check, random, show}) => {
    const data = batches(random);
    const right = await follow(data, rightStep);
    const yours = await follow(data, async (state, points, isLast) =>
      lineOf(await call("step", state, points, isLast), check),
    );
    show(comparedRun("Your step, trained", yours, right));
    const words = ({line, losses}: Run) =>
      `slope ${line.slope.toFixed(2)}, bias ${line.bias.toFixed(2)}, a loss of ${losses.at(-1)!.toFixed(3)}`;
    check.that(Math.abs(yours.losses.at(-1)! - right.losses.at(-1)!) < 0.02, {
      expected: words(right),
      yours: words(yours),
      advice: "does it swing? Then look at what one batch hands on to the next.",
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const data = batches(new Random(3));
  const run = await follow(data, (state, points, isLast) =>
    faulty(
      state,
      points.map((point) => [...point]),
      isLast,
    ),
  );
  return comparedRun("The faulty step, trained", run, await follow(data, rightStep));
}
