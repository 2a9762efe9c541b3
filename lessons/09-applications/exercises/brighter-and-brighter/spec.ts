import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";
import type {Trial} from "../../../../lib/grading/trial.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {step as faulty} from "./starter.js";

type Row = readonly number[];

interface Weights {
  readonly edge: number;
  readonly lift: number;
}

interface Lesson {
  readonly small: Row;
  /** Twice as long. */
  readonly truth: Row;
}

const rate = 0.5;
const sum = (values: Row) => values.reduce((a, b) => a + b, 0);
const mean = (values: Row) => sum(values) / values.length;
const product = (a: Row, b: Row) => a.map((value, i) => value * b[i]!);

/** How the small row rises at each of the pixels to be drawn. */
function tiltsOf(small: Row): Row {
  const at = (i: number) => small[Math.max(0, Math.min(small.length - 1, i))]!;
  return small.flatMap((_, i) => {
    const rise = at(i + 1) - at(i - 1);
    return [-rise, rise];
  });
}

const doubled = (small: Row) => small.flatMap((value) => [value, value]);

function detailsOf({edge, lift}: Weights, small: Row): Row {
  return tiltsOf(small).map((tilt) => edge * tilt + lift);
}

function drawn(weights: Weights, small: Row): Row {
  const details = detailsOf(weights, small);
  return doubled(small).map((value, k) => value + details[k]!);
}

/** The weights after a step, whatever is taken for the errors. */
function moved(weights: Weights, small: Row, errors: Row, by = rate): Weights {
  return {
    edge: weights.edge - by * mean(product(errors, tiltsOf(small))),
    lift: weights.lift - by * mean(errors),
  };
}

const less = (a: Row, b: Row) => a.map((value, i) => value - b[i]!);

function rightStep(weights: Weights, {small, truth}: Lesson): Weights {
  return moved(weights, small, less(drawn(weights, small), truth));
}

const pair = ({edge, lift}: Weights) => [edge, lift];

interface Drawn extends Lesson {
  readonly weights: Weights;
}

const signed = (draw: Draw, low: number, high: number) =>
  draw.number(low, high) * (draw.integer(0, 1) ? 1 : -1);

function drawLesson(draw: Draw): Drawn {
  const length = draw.size(2, 5, 12);
  return {
    weights: {edge: signed(draw, 0.1, 0.9), lift: signed(draw, 0.1, 0.9)},
    small: draw.numbers(length, 0.1, 1),
    truth: draw.numbers(2 * length, 0.1, 1),
  };
}

function stepDemand({weights, small, truth}: Drawn) {
  const details = detailsOf(weights, small);
  const errors = less(drawn(weights, small), truth);
  const after = (wrong: Row, by = rate) => pair(moved(weights, small, wrong, by));
  return {
    advice:
      "the error is what is drawn, small pixel and detail, less the truth. Both weights go down the mean of its slopes.",
    mistakes: [
      {
        value: after(less(details, truth)),
        advice:
          "the detail alone is compared with the truth. When the row is drawn, the small pixel is added on top.",
      },
      {
        value: after(less(doubled(small), truth)),
        advice:
          "the small pixel alone is compared with the truth. Then a step never sees what it has already learned.",
      },
      {
        value: after(less(details, doubled(small))),
        advice: "the detail is compared with the small pixel. It is the truth that counts.",
      },
      {
        value: after(
          less(
            errors,
            doubled(small).map((value) => -value),
          ),
        ),
        advice: "the small pixel is counted twice.",
      },
      {value: after(errors, -rate), advice: "now the weights go up the slope: they make it worse."},
      {
        value: after(errors, rate * truth.length),
        advice: "take the mean over all pixels that are drawn, not the sum.",
      },
      {value: pair(weights), advice: "the weights don’t move at all."},
    ],
  };
}

function weightsOf(value: unknown, check: Trial["check"]): Weights {
  return {
    edge: check.number(check.field(value, "edge")),
    lift: check.number(check.field(value, "lift")),
  };
}

const steps = 60;
const smallLength = 12;
const still: Weights = {edge: 0, lift: 0};

/** Rows that rise and fall in straight pieces of four pixels, between dark and bright. */
function lessonsOf(random: Random, count: number): readonly Lesson[] {
  const lesson = (): Lesson => {
    const corners = Array.from({length: 7}, () => random.uniform());
    const truth = Array.from({length: 2 * smallLength}, (_, k) => {
      const [i, part] = [Math.floor(k / 4), (k % 4) / 4];
      return (1 - part) * corners[i]! + part * corners[i + 1]!;
    });
    const small = Array.from(
      {length: smallLength},
      (_, i) => (truth[2 * i]! + truth[2 * i + 1]!) / 2,
    );
    return {small, truth};
  };
  return Array.from({length: count}, lesson);
}

type Step = (weights: Weights, lesson: Lesson) => Promise<Weights> | Weights;

/** The squared error of what is drawn, over rows that are not learned from, after each step. */
async function follow(random: Random, step: Step) {
  const lessons = lessonsOf(random, steps);
  const asked = lessonsOf(random, 10);
  const errorOf = (weights: Weights) =>
    mean(
      asked.flatMap(({small, truth}) =>
        less(drawn(weights, small), truth).map((error) => error * error),
      ),
    );
  let weights = still;
  const errors = [errorOf(weights)];
  for (const lesson of lessons) {
    weights = await step(weights, lesson);
    errors.push(errorOf(weights));
  }
  return {weights, errors: Float32Array.from(errors)};
}

type Run = Awaited<ReturnType<typeof follow>>;

function comparedRun(label: string, yours: Run, right: Run): TestRun {
  const curve = {
    label: "squared error of what is drawn",
    role: "generated",
    yours: yours.errors,
    right: right.errors,
  } as const;
  return {label, curves: [curve]};
}

export const tests = [
  property("step", "any row", 3, drawLesson, async (given, {call, check}) => {
    const {weights, small, truth} = given;
    const yours = weightsOf(await call("step", weights, small, truth), check);
    check.close(pair(yours), pair(rightStep(weights, given)), stepDemand(given));
  }),
  test("training", "it draws better than a row that is doubled", 2, async (trial) => {
    const {call, check, random, show} = trial;
    const state = random.state();
    const right = await follow(Random.from(state), rightStep);
    const yours = await follow(Random.from(state), async (weights, {small, truth}) =>
      weightsOf(await call("step", weights, small, truth), check),
    );
    show(comparedRun("Your step, trained", yours, right));
    const words = ({weights, errors}: Run) =>
      `edge ${weights.edge.toFixed(2)}, lift ${weights.lift.toFixed(2)}, a squared error of ${errors.at(-1)!.toFixed(4)}`;
    const [first, last] = [yours.errors[0]!, yours.errors.at(-1)!];
    check.that(last < first && last < 1.5 * right.errors.at(-1)! + 1e-5, {
      expected: words(right),
      yours: words(yours),
      advice: `the row that is only doubled has an error of ${first.toFixed(4)}. Look at what your step takes for the error.`,
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const random = () => new Random(3);
  const run = await follow(random(), (weights, {small, truth}) =>
    faulty({...weights}, [...small], [...truth]),
  );
  return comparedRun("The faulty step, trained", run, await follow(random(), rightStep));
}
