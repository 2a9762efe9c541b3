import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Layer {
  readonly weights: readonly (readonly number[])[];
  readonly x: readonly number[];
  readonly blame: readonly number[];
}

type Rows = readonly (readonly number[])[];

/** Away from 0, so that nothing cancels; sums stay where the tangent is bent and not yet flat. */
const signed = (draw: Draw, low: number, high: number) =>
  draw.number(low, high) * (draw.integer(0, 1) ? 1 : -1);

function drawLayer(draw: Draw): Layer {
  const [inputs, neurons] = [draw.size(1, 3, 6), draw.size(1, 3, 6)];
  const list = (count: number, low: number, high: number) =>
    Array.from({length: count}, () => signed(draw, low, high));
  return {
    weights: Array.from({length: neurons}, () => list(inputs, 0.2, 0.8)),
    x: list(inputs, 0.3, 1.2),
    blame: list(neurons, 0.5, 3),
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((each, i) => each * b[i]!));
const sumsOf = ({weights, x}: Layer) => weights.map((row) => dot(row, x));
const outputs = (given: Layer) => sumsOf(given).map(Math.tanh);

/** Blame times the tangent's slope, or what else is made of blame, output and sum. */
function passed(
  given: Layer,
  slope: (y: number, s: number) => number = (y) => 1 - y * y,
): number[] {
  const sums = sumsOf(given);
  return given.blame.map((each, j) => each * slope(Math.tanh(sums[j]!), sums[j]!));
}

const weightSlopes = ({x}: Layer, through: readonly number[]): number[][] =>
  through.map((slope) => x.map((each) => slope * each));
const inputSlopes = ({weights, x}: Layer, through: readonly number[]): number[] =>
  x.map((_, i) => sum(through.map((slope, j) => slope * weights[j]![i]!)));

/** The loss with one weight moved. */
function lossWith({weights, x, blame}: Layer, j: number, i: number, by: number): number {
  const moved = weights.map((row, k) => row.map((w, l) => (k === j && l === i ? w + by : w)));
  return dot(blame, outputs({weights: moved, x, blame}));
}

function differences(given: Layer, of: (at: (by: number) => number) => number): number[][] {
  return given.weights.map((row, j) => row.map((_, i) => of((by) => lossWith(given, j, i, by))));
}

/** Steps large enough for a step of another size, or on one side, to show. */
const drawCheck = (draw: Draw) => ({given: drawLayer(draw), h: draw.number(0.2, 0.6)});

/** Each weight is moved where it stands, by h up and then down again by h, so that the next is moved with it. */
function neverPutBack(given: Layer, h: number): Rows {
  const moved = given.weights.map((row) => [...row]);
  const loss = () => dot(given.blame, outputs({...given, weights: moved}));
  return moved.map((row) =>
    row.map((_, i) => {
      row[i]! += h;
      const up = loss();
      row[i]! -= h;
      return (up - loss()) / (2 * h);
    }),
  );
}

export const tests = [
  property("layer", "what the layer gives", 1, drawLayer, async (given, {call, check}) => {
    check.close(await call("layer", given.weights, given.x), outputs(given), {
      advice: "for each row of weights: weight times input, added up, then the tangent.",
      mistakes: [
        {value: sumsOf(given), advice: "the tangent is left out: take Math.tanh of each sum."},
        {
          value: sumsOf(given).map((s) => 1 / (1 + Math.exp(-s))),
          advice: "this is the sigmoid. Take Math.tanh.",
        },
      ],
    });
  }),
  property("backward", "the slopes of the weights", 2, drawLayer, async (given, {call, check}) => {
    const {weights, x, blame} = given;
    const yours = check.field(await call("backward", weights, x, blame), "weights");
    const through = passed(given);
    const led = (slope: (y: number, s: number) => number) =>
      weightSlopes(given, passed(given, slope));
    check.close(yours, weightSlopes(given, through), {
      advice: "blame, times 1 − y² of the neuron, times the input.",
      mistakes: [
        {value: led(() => 1), advice: "the blame must pass the tangent first: times 1 − y²."},
        {value: led((y) => 1 - y), advice: "the tangent’s slope is 1 − y², with y squared."},
        {
          value: led((y) => y * (1 - y)),
          advice: "this is the slope of the sigmoid. The tangent’s is 1 − y².",
        },
        {
          value: led((_, s) => 1 - s * s),
          advice: "the slope is 1 − y², with the output y and not the sum before it.",
        },
        {
          value: weightSlopes(
            given,
            outputs(given).map((y) => 1 - y * y),
          ),
          advice: "the blame is left out.",
        },
        {
          value: through.map((slope, j) => weights[j]!.map((w) => slope * w)),
          advice: "a weight’s slope is the blame times its input, not times the weight itself.",
        },
      ],
    });
  }),
  property("backward", "the slopes of the inputs", 2, drawLayer, async (given, {call, check}) => {
    const {weights, x, blame} = given;
    const yours = check.field(await call("backward", weights, x, blame), "x");
    const through = passed(given);
    check.close(yours, inputSlopes(given, through), {
      advice:
        "for each input: blame times 1 − y² times the weight that leads to the neuron, added up over all neurons.",
      mistakes: [
        {
          value: inputSlopes(given, blame),
          advice: "the blame must pass the tangent first: times 1 − y².",
        },
        {
          value: x.map((_, i) => through[0]! * weights[0]![i]!),
          advice: "this counts the first neuron only. An input reaches all neurons: add up.",
        },
        {
          value: x.map(() => sum(through)),
          advice: "each neuron’s part counts times the weight that leads there.",
        },
      ],
    });
  }),
  property("differences", "each weight, moved", 3, drawCheck, async ({given, h}, {call, check}) => {
    const {weights, x, blame} = given;
    const yours = await call("byDifferences", weights, x, blame, h);
    const central = differences(given, (at) => (at(h) - at(-h)) / (2 * h));
    const scaled = (by: number) => central.map((row) => row.map((each) => by * each));
    check.close(yours, central, {
      advice: "the loss with the weight h higher, less the loss with it h lower; divide by 2h.",
      mistakes: [
        {value: scaled(2), advice: "the two places are apart by twice h: divide by 2h."},
        {value: scaled(2 * h), advice: "divide by 2h, how far the two places are apart."},
        {
          value: scaled(-1),
          advice: "the sign is turned: first the loss at w + h, then less that at w − h.",
        },
        {
          value: differences(given, (at) => (at(h) - at(0)) / h),
          advice: "this looks to one side only. Go to both sides: w + h and w − h.",
        },
        {
          value: differences(
            {...given, blame: blame.map(() => 1)},
            (at) => (at(h) - at(-h)) / (2 * h),
          ),
          advice: "this is the sum of the outputs without the blame. Weigh each by its blame.",
        },
        {
          value: differences(given, (at) => (at(0.001) - at(-0.001)) / 0.002),
          advice: "this takes a step of its own. Take the h that is given.",
        },
        {
          value: neverPutBack(given, h),
          advice: "the weight stays moved. Copy the weights for each look, or move it back.",
        },
        {
          value: weights.map((row) => row.map(() => 0)),
          advice: "the weight stays moved. Copy the weights for each look, or move it back.",
        },
      ],
    });
  }),
  test("differences", "your slopes and your check agree", 1, async ({call, check, random}) => {
    const list = (count: number, by: number) =>
      Array.from({length: count}, () => by * random.normal());
    const [weights, x, blame] = [
      Array.from({length: 3}, () => list(4, 0.5)),
      list(4, 1),
      list(3, 1),
    ];
    const yours = check.field(await call("backward", weights, x, blame), "weights");
    const checked = await call("byDifferences", weights, x, blame, 1e-4);
    const right = weightSlopes({weights, x, blame}, passed({weights, x, blame}));
    check.close(checked, right, {
      tolerance: {absolute: 1e-5, relative: 1e-5},
      advice: "with a small h the differences must come to the slopes. Mend the check first.",
    });
    check.close(yours, checked as number[][], {
      tolerance: {absolute: 1e-5, relative: 1e-5},
      advice: "your check is right, and your slopes are not what it finds. Believe the check.",
    });
  }),
];
