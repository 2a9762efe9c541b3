import {property, test} from "../../../../lib/grading/spec.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {
  answersOf,
  batches,
  comparedRun,
  drawRound,
  errorsOf,
  follow,
  lossOf,
  moved,
  type Neuron,
  type Round,
  rate,
  rightShare,
  rightStep,
  steppedOf,
  twoPixels,
} from "../../pixel-neuron.js";
import {step as faulty} from "./starter.js";

const heldCount = 60;
const flat = ({weights, bias}: Neuron) => [...weights, bias];

/** The neuron after a step, as one list, if that is what came. */
const neuronIn = (value: unknown, round: Round, check: Parameters<typeof steppedOf>[2]) =>
  flat(steppedOf(value, round, check));

export const tests = [
  property(
    "step",
    "weights and bias after it, and the loss before",
    3,
    drawRound,
    async (round, {call, check}) => {
      const {weights, bias, pictures, targets} = round;
      const value = await call("step", weights, bias, pictures, targets);
      const yours = neuronIn(value, round, check);
      const errors = errorsOf(round);
      const answers = answersOf(round, round);
      const after = (others: readonly number[], by?: number) => flat(moved(round, others, by));
      check.close(yours, after(errors), {
        advice: "the error of a picture is what was answered, less what is right: p - target.",
        mistakes: [
          {
            value: after(errors.map(Math.abs)),
            advice:
              "every error is positive, so everything only ever goes down. Where yes is right, the answer was too low.",
          },
          {value: after(errors, -rate), advice: "now it goes up the slope."},
          {value: after(answers), advice: "these are the errors as if no were always right."},
          {
            value: after(errors, rate * targets.length),
            advice: "take the mean over the pictures, not the sum.",
          },
          {
            value: after(errors.map((error) => error ** 2)),
            advice: "a square has no sign either. Leave the error as it is.",
          },
          {
            value: after(errors.map(Math.sign)),
            advice: "this is only the direction. How wrong an answer was counts, too.",
          },
          {value: flat(round), advice: "now nothing moves."},
        ],
      });
      const {loss} = rightStep(round);
      check.close(check.field(value, "loss"), loss, {
        advice: "minus the logarithm of what was given to the right answer; then the mean.",
        mistakes: [
          {value: -loss, advice: "the sign of the loss is wrong now. Its mistake was another."},
          {value: loss * targets.length, advice: "take the mean over the pictures, not the sum."},
          {
            value: lossOf(
              answers,
              targets.map((target) => 1 - target),
            ),
            advice: "yes and no have changed places in the loss.",
          },
        ],
      });
    },
  ),
  test("training", "it finds the lighter pixel", 2, async ({call, check, random, show}) => {
    const data = batches(random);
    const held = twoPixels(random, heldCount);
    const right = await follow(data, async (round) => rightStep(round));
    const yours = await follow(data, async (round) => {
      const {weights, bias, pictures, targets} = round;
      return steppedOf(await call("step", weights, bias, pictures, targets), round, check);
    });
    show(comparedRun("Your step, trained", yours, right, held));
    const [end, goal] = [yours, right].map((run) => rightShare(run.at(-1)!, held));
    const percent = (share: number) => `${Math.round(100 * share)} %`;
    check.that(end! >= goal! - 0.03, {
      expected: `in the end about ${percent(goal!)} of ${heldCount} new pictures right`,
      yours: percent(end!),
      advice: "look at the first test that fails: each step goes astray a little.",
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const random = new Random(3);
  const data = batches(random);
  const held = twoPixels(random, heldCount);
  const run = await follow(data, async ({weights, bias, pictures, targets}) =>
    faulty(
      [...weights],
      bias,
      pictures.map((each) => [...each]),
      [...targets],
    ),
  );
  const right = await follow(data, async (round) => rightStep(round));
  return comparedRun("The faulty step, trained", run, right, held);
}
