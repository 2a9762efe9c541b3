import {property, test} from "../../../../lib/grading/spec.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {
  batches,
  carried,
  comparedRun,
  drawRound,
  follow,
  missOf,
  type Rows,
  startsOf,
  steppedBy,
  steppedOf,
  steps,
} from "../../tent-flow.js";
import {step as faulty} from "./starter.js";

const turned = {target: (point: number, noise: number) => noise - point};
const toldOther = {told: (t: number) => 1 - t};
const mixedOther = {
  place: (point: number, noise: number, t: number) => (1 - t) * point + t * noise,
};
const asPoint = {target: (point: number) => point};
const fromPlace = {
  target: (point: number, noise: number, t: number) => point - (t * point + (1 - t) * noise),
};

export const tests = [
  property("step", "what the batch costs", 1, drawRound, async (round, {call, check}) => {
    const {weights, points, noise, times} = round;
    const yours = check.field(await call("step", weights, points, noise, times), "loss");
    const {loss} = steppedBy(round);
    check.close(yours, loss, {
      advice:
        "for each pair, the squared length of what the field says minus the velocity of the pair; then the mean.",
      mistakes: [
        {
          value: steppedBy(round, turned).loss,
          advice:
            "the field is asked for the velocity from the point to the noise. Time runs from noise to point.",
        },
        {
          value: steppedBy(round, asPoint).loss,
          advice:
            "now the field is asked for the point itself. A velocity is where to, minus where from.",
        },
        {
          value: steppedBy(round, fromPlace).loss,
          advice:
            "this is what is left of the way, not the velocity: from the noise to the point it is the same at all times.",
        },
        {
          value: steppedBy(round, mixedOther).loss,
          advice: "now the mixture is turned round: at t = 0 it is the point. Its time was right.",
        },
        {
          value: steppedBy(round, toldOther).loss,
          advice: "now the field is told another time than that of the mixture.",
        },
        {value: loss * points.length, advice: "take the mean over the pairs, not the sum."},
      ],
    });
  }),
  property("step", "the weights after a step", 2, drawRound, async (round, {call, check}) => {
    const {weights, points, noise, times} = round;
    const yours = check.field(await call("step", weights, points, noise, times), "weights");
    check.close(yours, steppedBy(round).weights, {
      advice: "twice the miss times the feature, a mean over the pairs; 0.5 of that down.",
      mistakes: [
        {
          value: steppedBy(round, turned).weights,
          advice:
            "the field learns to lead from the points to the noise: turn the velocity of the pair.",
        },
        {
          value: steppedBy(round, asPoint).weights,
          advice:
            "now the field learns the point itself. A velocity is where to, minus where from.",
        },
        {
          value: steppedBy(round, mixedOther).weights,
          advice: "now the mixture is turned round: at t = 0 it is the point. Its time was right.",
        },
        {
          value: steppedBy(round, toldOther).weights,
          advice: "now the field is told another time than that of the mixture.",
        },
        {value: steppedBy(round, {rate: -0.5}).weights, advice: "now the weights go up the slope."},
        {value: weights, advice: "now the weights do not move."},
      ],
    });
  }),
  test("training", "noise arrives at the points", 2, async ({call, check, random, show}) => {
    const data = batches(random);
    const starts = startsOf(random);
    const right = await follow(data, async (round) => steppedBy(round));
    const yours = await follow(data, async ({weights, points, noise, times}) =>
      steppedOf(await call("step", weights, points, noise, times), check),
    );
    show(comparedRun("Your step, trained", yours, right, starts));
    const [end, goal] = [yours, right].map((run) => missOf(carried(run.at(-1)!, starts)));
    check.that(end! <= goal! + 0.1, {
      expected: `after ${steps} steps noise arrives about ${goal!.toFixed(1)} from the middle of the points`,
      yours: `${end!.toFixed(1)} from it`,
      advice: "follow one pair by hand: from its noise, with its velocity, for a time of 1.",
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const random = new Random(3);
  const data = batches(random);
  const starts = startsOf(random);
  const copies = (rows: Rows) => rows.map((row) => [...row]);
  const run = await follow(data, async ({weights, points, noise, times}) =>
    faulty(copies(weights), copies(points), copies(noise), [...times]),
  );
  const right = await follow(data, async (round) => steppedBy(round));
  return comparedRun("The faulty step, trained", run, right, starts);
}
