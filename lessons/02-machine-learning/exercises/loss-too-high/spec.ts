import {property, test} from "../../../../lib/grading/spec.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {
  batches,
  comparedRun,
  drawRound,
  follow,
  lossOf,
  moved,
  type Round,
  type Rows,
  rate,
  rightShare,
  rightStep,
  scoresOf,
  signs,
  softmax,
  steppedOf,
  steps,
  sum,
} from "../../sign-classifier.js";
import {step as faulty} from "./starter.js";

const heldCount = 60;

/** Shares of each class among the pictures: the mistake. */
function overPictures(scores: Rows): number[][] {
  const powers = scores.map((row) => row.map(Math.exp));
  return powers.map((row) => row.map((power, k) => power / sum(powers.map((each) => each[k]!))));
}

/** Shares of everything in the batch. */
function overAll(scores: Rows): number[][] {
  const powers = scores.map((row) => row.map(Math.exp));
  return powers.map((row) => row.map((power) => power / sum(powers.flat())));
}

const scoresIn = ({weights, pictures}: Round) => scoresOf(weights, pictures);

export const tests = [
  property("step", "what the batch costs", 1, drawRound, async (round, {call, check}) => {
    const {weights, pictures, labels} = round;
    const yours = check.field(await call("step", weights, pictures, labels), "loss");
    const scores = scoresIn(round);
    const {loss} = rightStep(round);
    check.close(yours, loss, {
      advice: "for each picture, minus the logarithm of the share of its label; then the mean.",
      mistakes: [
        {
          value: lossOf(overPictures(scores), labels),
          advice:
            "the shares of one class add up to 1 over the pictures. It is a picture’s shares that must, over its classes.",
        },
        {
          value: lossOf(overAll(scores), labels),
          advice: "the shares of the whole batch add up to 1. Those of each picture must.",
        },
        {value: -loss, advice: "the sign of the loss is wrong now. Its mistake was another."},
        {value: loss * labels.length, advice: "take the mean over the pictures, not the sum."},
      ],
    });
  }),
  property("step", "the weights after a step", 2, drawRound, async (round, {call, check}) => {
    const {weights, pictures, labels} = round;
    const yours = check.field(await call("step", weights, pictures, labels), "weights");
    const scores = scoresIn(round);
    const shares = softmax(scores);
    check.close(yours, rightStep(round).weights, {
      advice:
        "share minus 1 for the label, share alone for the others, times the pixel, a mean over the pictures; half of that down.",
      mistakes: [
        {
          value: moved(round, overPictures(scores)),
          advice:
            "the weights follow shares that add up to 1 over the pictures. Add a picture’s shares up: they must give 1, too.",
        },
        {
          value: moved(round, overAll(scores)),
          advice: "the shares of the whole batch add up to 1. Those of each picture must.",
        },
        {value: moved(round, shares, -rate), advice: "now the weights go up the slope."},
        {
          value: moved(round, shares, rate * labels.length),
          advice: "take the mean over the pictures, not the sum.",
        },
        {value: weights, advice: "now the weights do not move."},
        {
          value: moved(round, scores),
          advice: "these are the scores themselves. Make shares of them first.",
        },
      ],
    });
  }),
  test("training", "it learns the three signs", 2, async ({call, check, random, show}) => {
    const data = batches(random);
    const held = signs(random, heldCount);
    const right = await follow(data, async (round) => rightStep(round));
    const yours = await follow(data, async (round) => {
      const {weights, pictures, labels} = round;
      return steppedOf(await call("step", weights, pictures, labels), round, check);
    });
    show(comparedRun("Your step, trained", yours, right, held));
    const [end, goal] = [yours, right].map((run) => rightShare(run.at(-1)!.weights, held));
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    check.that(end! >= goal! - 0.03, {
      expected: `after ${steps} steps about ${percent(goal!)} of ${heldCount} new pictures right`,
      yours: percent(end!),
      advice: "compare the first value of the loss with what guessing among three costs.",
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const random = new Random(3);
  const data = batches(random);
  const held = signs(random, heldCount);
  const copies = (rows: Rows) => rows.map((row) => [...row]);
  const run = await follow(data, async ({weights, pictures, labels}) =>
    faulty(copies(weights), copies(pictures), [...labels]),
  );
  const right = await follow(data, async (round) => rightStep(round));
  return comparedRun("The faulty step, trained", run, right, held);
}
