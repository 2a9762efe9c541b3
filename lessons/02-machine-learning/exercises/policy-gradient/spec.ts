import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Batch {
  readonly logits: number[];
  readonly actions: number[];
  readonly advantages: number[];
}

function drawLogits(draw: Draw): number[] {
  return draw.list(1, 20, () => draw.number(-3, 3, 1));
}

/** All near 1000, all near -1000, or both and 0: whatever is subtracted but the largest, some power overflows or all vanish. */
function drawLarge(draw: Draw): number[] {
  const sizes = draw.oneOf([[1000], [-1000], [0, 1000, -1000]]);
  return draw.list(1, 20, () => draw.oneOf(sizes) * (1 - draw.integer(0, 5) / 1000));
}

function drawBatch(draw: Draw, logits: number[]): Batch {
  const actions = draw.list(1, 20, () => draw.integer(0, logits.length - 1));
  return {logits, actions, advantages: actions.map(() => draw.number(-4, 4, 1))};
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - largest));
  return powers.map((power) => power / sum(powers));
}

/** 1 at `action`, 0 elsewhere, for each of the logits. */
const taken = (logits: readonly number[], action: number) =>
  logits.map((_, k) => (k === action ? 1 : 0));

function pull(logits: readonly number[], action: number): number[] {
  const pi = softmax(logits);
  return taken(logits, action).map((one, k) => one - pi[k]!);
}

/** The weighted sum of what `each` gives for the actions; the weights are per action, `n` its place in the batch. */
function total(
  {logits, actions}: Batch,
  weight: (n: number) => number,
  each: (logits: readonly number[], action: number) => readonly number[] = pull,
): number[] {
  const pulls = actions.map((action) => each(logits, action));
  return logits.map((_, k) => sum(pulls.map((one, n) => weight(n) * one[k]!)));
}

const overflow =
  "a power of e is Infinity here, or all of them are 0, and Infinity / Infinity and 0 / 0 are NaN. Subtract the largest of all logits first: then the largest power is 1.";
const exactWhenLarge =
  "the rule is the same for logits this large, in full: only the differences between them matter. Subtract the largest from all, and cut nothing.";
const noLogarithm =
  "this is the gradient of pi, not of log pi. The logarithm's own slope, 1 / pi, takes the probability out in front away.";
const onlyTaken =
  "only the logit of the action that was taken gets something. Raising the others lowers its probability: each gets -pi.";
const withoutPi =
  "the sum of the powers is taken for a constant. It rises with every logit, which takes pi from each.";

const pullDemand = (logits: readonly number[], action: number) => {
  const pi = softmax(logits);
  const right = pull(logits, action);
  return {
    advice:
      "1 at the action that was taken, 0 elsewhere, and from each its probability taken away.",
    mistakes: [
      {
        value: right.map((g) => -g),
        advice:
          "the sign is wrong: this makes the action less probable. It is the gradient of the loss -log pi.",
      },
      {value: right.map((g) => g * pi[action]!), advice: noLogarithm},
      {value: right.map((g, k) => (k === action ? g : 0)), advice: onlyTaken},
      {value: taken(logits, action), advice: withoutPi},
      {
        value: pi.map((p) => -p),
        advice: "the action that was taken is missing: its own logit gets 1 more.",
      },
    ],
  };
};

function leftOut(returns: readonly number[]): number[] {
  const others = Math.max(1, returns.length - 1);
  return returns.map((own) => own - (sum(returns) - own) / others);
}

const advantageDemand = (returns: readonly number[]) => {
  const right = leftOut(returns);
  const gaps = returns.map((own) => own - mean(returns));
  const spread = Math.sqrt(mean(gaps.map((gap) => gap * gap)));
  return {
    advice: "from each return take the mean of the others: (sum of all - its own) / (N - 1).",
    mistakes: [
      {
        value: right.map((gap) => -gap),
        advice: "the sign is wrong: a return above the baseline is a positive advantage.",
      },
      {
        value: gaps,
        advice:
          "each return is part of its own baseline, which so depends on the action. Leave it out, and divide by N - 1.",
      },
      {
        value: returns.map((own) => own - (sum(returns) - own) / returns.length),
        advice: "there are only N - 1 others. Divide their sum by that.",
      },
      {
        value: returns.map((own) => own - sum(returns) / Math.max(1, returns.length - 1)),
        advice: "you divide by N - 1, but the sum still has the return itself in it.",
      },
      {
        value: gaps.map((gap) => gap / spread),
        advice:
          "you also divide by the spread. The baseline is taken off, and nothing is asked beyond that.",
      },
      {value: [...returns], advice: "no baseline is taken off."},
    ],
  };
};

const gradientDemand = (batch: Batch) => {
  const {logits, actions, advantages} = batch;
  const pi = softmax(logits);
  const count = actions.length;
  const right = total(batch, (n) => advantages[n]! / count);
  return {
    advice: "the mean over the batch of advantage times gradient of log pi of the action taken.",
    mistakes: [
      {
        value: right.map((g) => -g),
        advice:
          "the sign is wrong. This is the gradient of a loss; the expected return rises in the opposite direction.",
      },
      {
        value: total(batch, (n) => advantages[n]!),
        advice: "this is the sum over the batch. Take the mean, or the step grows with the batch.",
      },
      {
        value: total(batch, () => 1 / count),
        advice:
          "the advantages are missing: every action is made more probable, however it turned out.",
      },
      {
        value: total(batch, (n) => (advantages[n]! * pi[actions[n]!]!) / count),
        advice:
          "each action is weighted by its probability once more. The batch was drawn by the policy, so probable actions are in it more often already.",
      },
      {value: total(batch, (n) => advantages[n]! / count, taken), advice: withoutPi},
      {
        value: logits.map(() => 0),
        advice:
          "nothing arrives: the probabilities are detached from the logits. The advantages count as constants, log pi does not.",
      },
      {
        value: right.map(
          (_, k) => mean(advantages) * mean(actions.map((a) => pull(logits, a)[k]!)),
        ),
        advice:
          "this multiplies two means. Each action has its own advantage: multiply first, then take the mean.",
      },
    ],
  };
};

export const tests = [
  property(
    "log-probability",
    "is the slope of log pi",
    2,
    (draw) => {
      const logits = drawLogits(draw);
      return {logits, action: draw.integer(0, logits.length - 1)};
    },
    async ({logits, action}, {call, check}) => {
      const yours = await call("logProbabilityGradient", logits, action);
      check.close(yours, pull(logits, action), pullDemand(logits, action));
    },
  ),
  property(
    "log-probability",
    "survives large logits",
    1,
    (draw) => {
      const logits = drawLarge(draw);
      return {logits, action: draw.integer(0, logits.length - 1)};
    },
    async ({logits, action}, {call, check}) => {
      const yours = await call("logProbabilityGradient", logits, action);
      const {mistakes} = pullDemand(logits, action);
      check.close(yours, pull(logits, action), {advice: exactWhenLarge, overflow, mistakes});
    },
  ),
  property(
    "advantages",
    "each return less the mean of the others",
    2,
    (draw) => draw.list(2, 20, () => draw.number(-9, 9, 1)),
    async (returns, {call, check}) => {
      check.close(await call("advantages", returns), leftOut(returns), advantageDemand(returns));
    },
  ),
  test("advantages", "a single return has no others", 1, async ({call, check, random}) => {
    const alone = [1 + random.integer(100) / 10];
    check.close(await call("advantages", alone), alone, {
      advice: "without others the baseline is 0, so the advantage is the return itself.",
      mistakes: [
        {
          value: [Number.NaN],
          advice: "the mean of no others is 0 / 0. Take 0 when there are none.",
        },
        {
          value: [0],
          advice:
            "the return is its own baseline here, and nothing is learned. Without others, take 0.",
        },
      ],
    });
  }),
  property(
    "gradient",
    "the mean over a batch",
    2,
    (draw) => drawBatch(draw, drawLogits(draw)),
    async (batch, {call, check}) => {
      const {logits, actions, advantages} = batch;
      const right = total(batch, (n) => advantages[n]! / actions.length);
      const yours = await call("policyGradient", logits, actions, advantages);
      check.close(yours, right, gradientDemand(batch));
    },
  ),
  property(
    "gradient",
    "the mean over a batch, with large logits",
    1,
    (draw) => drawBatch(draw, drawLarge(draw)),
    async (batch, {call, check}) => {
      const {logits, actions, advantages} = batch;
      const right = total(batch, (n) => advantages[n]! / actions.length);
      const yours = await call("policyGradient", logits, actions, advantages);
      const {mistakes} = gradientDemand(batch);
      check.close(yours, right, {advice: exactWhenLarge, overflow, mistakes});
    },
    20,
  ),
  property(
    "gradient",
    "is right on average: the slope of the expected return",
    1,
    (draw) => {
      const logits = draw.list(2, 4, () => draw.number(-3, 3, 1));
      return {logits, rewards: logits.map(() => draw.number(-4, 4, 1))};
    },
    async ({logits, rewards}, {call, check}) => {
      const pi = softmax(logits);
      const expected = sum(pi.map((p, k) => p * rewards[k]!));
      const slope = pi.map((p, k) => p * (rewards[k]! - expected));
      const baseline = 3;
      const average = logits.map(() => 0);
      for (const [action, p] of pi.entries()) {
        const gained = [rewards[action]! - baseline];
        const yours = await call("policyGradient", logits, [action], gained);
        for (const [k, g] of check.numbers(yours, logits.length).entries()) average[k]! += p * g;
      }
      check.close(average, slope, {
        advice:
          "each action was tried once, with 3 as the baseline, and what you returned was weighted by the action's probability. That must be the slope of the expected return, for any baseline.",
        mistakes: [
          {
            value: slope.map((g) => -g),
            advice: "the sign is wrong: the expected return falls in this direction.",
          },
        ],
      });
    },
    20,
  ),
];
