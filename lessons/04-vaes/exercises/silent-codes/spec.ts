import {property, test} from "../../../../lib/grading/spec.js";
import type {TestRun} from "../../../../lib/grading/verdict.js";
import {Random} from "../../../../lib/random.js";
import {
  batches,
  comparedRun,
  drawRound,
  follow,
  mean,
  stepped,
  steps,
  type Terms,
  weightsOf,
} from "../../plane-vae.js";
import {step as faulty} from "./starter.js";

const late = (run: readonly Terms[], name: keyof Terms) =>
  mean(run.slice(-30).map((terms) => terms[name]));

export const tests = [
  property("step", "the weights after a step", 3, drawRound, async (round, {call, check}) => {
    const {weights, points, noise} = round;
    const n = points.length;
    check.close(await call("step", weights, points, noise), stepped(round), {
      advice:
        "both terms are means over the points, and the step goes down the slope of their sum. Try a batch of one point, then of two that are alike: what changes, and what shouldn’t?",
      mistakes: [
        {
          value: stepped(round, {beta: n}),
          advice:
            "with one point the step is right, with more it isn’t: one term is a mean over the points, the other grows with the batch.",
        },
        {
          value: stepped(round, {beta: 1 / n}),
          advice: "now the KL term is divided by the number of points twice.",
        },
        {
          value: stepped(round, {beta: n, by: 0.02 / n}),
          advice:
            "the whole step is divided by the number of points now, but one term still counts that many times as much as the other.",
        },
        {
          value: stepped(round, {by: 0.02 * n}),
          advice: "now both terms are sums over the points. Take the mean of both.",
        },
        {
          value: stepped(round, {beta: 0}),
          advice:
            "now the KL term is left out. What remains is an autoencoder, whose codes lie where they like.",
        },
        {
          value: stepped(round, {beta: -1}),
          advice:
            "now the codes are paid for being far from the prior: the KL term has the wrong sign.",
        },
        {
          value: stepped(round, {isDrawn: false}),
          advice: "now nothing is drawn: z is the mean of its cloud.",
        },
        {value: stepped(round, {by: -0.02}), advice: "now the weights go up the slope."},
      ],
    });
  }),
  test("training", "the codes tell the points apart", 2, async ({call, check, random, show}) => {
    const data = batches(random);
    const right = await follow(data, async (round) => stepped(round));
    const yours = await follow(data, async ({weights, points, noise}) =>
      weightsOf(await call("step", weights, points, noise), check),
    );
    show(comparedRun("Your step, trained", yours, right));
    const [kl, goal] = [late(yours, "kl"), late(right, "kl")];
    const [miss, least] = [late(yours, "reconstruction"), late(right, "reconstruction")];
    check.that(Math.abs(kl - goal) < 0.2 && miss < 1.3 * least + 0.1, {
      expected: `after ${steps} steps a KL of about ${goal.toFixed(1)} nats and a reconstruction of about ${least.toFixed(1)}`,
      yours: `a KL of ${kl.toFixed(2)} nats and a reconstruction of ${miss.toFixed(2)}`,
      advice:
        "a KL of 0 says that every point gets the same cloud. What makes the codes so expensive?",
    });
  }),
];

export async function exhibit(): Promise<TestRun> {
  const data = batches(new Random(3));
  const run = await follow(data, async ({weights, points, noise}) => {
    const {look, logVar, hand, middle} = weights;
    const copy = {look: [...look], logVar, hand: [...hand], middle: [...middle]};
    return faulty(
      copy,
      points.map((point) => [...point]),
      [...noise],
    );
  });
  const right = await follow(data, async (round) => stepped(round));
  return comparedRun("The faulty step, trained", run, right);
}
