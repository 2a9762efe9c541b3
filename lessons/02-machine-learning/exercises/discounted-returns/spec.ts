import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Episode {
  readonly rewards: number[];
  readonly gamma: number;
}

function drawEpisode(draw: Draw): Episode {
  const gamma = draw.oneOf([0.5, 0.9, 0.8, 0.25, 0.95]);
  return {gamma, rewards: draw.list(1, 20, () => draw.number(-5, 5, 1))};
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The sum of what comes from `start` on, each weighted by its distance from there. */
function returnFrom(
  start: number,
  rewards: readonly number[],
  weight: (distance: number) => number,
) {
  return sum(rewards.slice(start).map((reward, k) => weight(k) * reward));
}

/** For each step, a return that counts with `weight`, of the distance and of the step it starts at. */
function allReturns(
  {rewards}: Pick<Episode, "rewards">,
  weight: (distance: number, start: number) => number,
): number[] {
  return rewards.map((_, start) => returnFrom(start, rewards, (k) => weight(k, start)));
}

function returns({rewards, gamma}: Episode): number[] {
  return allReturns({rewards}, (k) => gamma ** k);
}

/** What came so far, instead of what is to come. */
function pastReturns({rewards, gamma}: Episode): number[] {
  return returns({rewards: [...rewards].reverse(), gamma}).reverse();
}

const wholeDemand = ({rewards, gamma}: Episode) => {
  const right = returnFrom(0, rewards, (k) => gamma ** k);
  return {
    advice: "multiply reward t by gamma ** t, with t counted from 0, and add all up.",
    mistakes: [
      {value: sum(rewards), advice: "this is the plain sum. Later rewards must count less."},
      {
        value: gamma * right,
        advice:
          "every reward counts one gamma too little. The first is not discounted: its factor is gamma ** 0, which is 1.",
      },
      {
        value: returnFrom(0, rewards, (k) => (k === 0 ? 1 : gamma)),
        advice: "all later rewards have the same factor. It is gamma ** t, smaller with each step.",
      },
      {
        value: returnFrom(0, rewards.slice(0, -1), (k) => gamma ** k),
        advice: "the last reward is missing. Look where your loop ends.",
      },
      {
        value: right / rewards.length,
        advice: "this is a mean. A return is a sum: do not divide by the number of steps.",
      },
      {
        value: pastReturns({rewards, gamma}).at(-1),
        advice: "this discounts the early rewards most. It is the late ones that count less.",
      },
    ],
  };
};

const toGoDemand = (episode: Episode) => {
  const {rewards, gamma} = episode;
  const right = returns(episode);
  return {
    advice: "from the last step to the first: its own reward, and gamma times the return after it.",
    mistakes: [
      {
        value: pastReturns(episode),
        advice:
          "this adds up what came before each step. A step can only change what is still to come: go from the end to the start.",
      },
      {
        value: allReturns(episode, (k, start) => gamma ** (start + k)),
        advice:
          "the discount counts from the start of the episode. At each step it begins anew: the step's own reward counts in full.",
      },
      {
        value: rewards.map(() => right[0]),
        advice:
          "each step gets the return of the whole episode. What was earned before a step is not its merit.",
      },
      {
        value: [...right].reverse(),
        advice: "the values are right and the order is not: the first return belongs to step 0.",
      },
      {
        value: allReturns(episode, () => 1),
        advice: "nothing is discounted. What is one step later counts gamma times.",
      },
      {
        value: right.map((value, t) => value - rewards[t]!),
        advice:
          "each step's own reward is missing. What is still to come begins with the reward of this very step.",
      },
      {
        value: right.map((value, t) => (value - rewards[t]!) / gamma),
        advice: "this is the return of the step after. Start with the step's own reward.",
      },
      {
        value: right.map((value) => gamma * value),
        advice: "every reward counts one gamma too little. The step's own reward counts in full.",
      },
      {
        value: right.map((value, t) => value / (rewards.length - t)),
        advice: "this is a mean. A return is a sum: do not divide by the number of steps.",
      },
    ],
  };
};

const divided =
  "you divide by a power of gamma, which is 0 here. Go from the end to the start instead: toGo = reward + gamma * toGo.";

const lost =
  "go from the end to the start: toGo = reward + gamma * toGo. What is multiplied by small powers of gamma and divided by them again has lost its digits.";

export const tests = [
  property("whole", "the whole episode", 2, drawEpisode, async (episode, {call, check}) => {
    const {rewards, gamma} = episode;
    const yours = await call("discountedReturn", rewards, gamma);
    check.close(yours, returns(episode)[0], wholeDemand(episode));
  }),
  test("to-go", "by hand", 1, async ({call, check, random}) => {
    const unit = 1 + random.integer(50);
    const episode = {rewards: [unit, 2 * unit, 4 * unit], gamma: 0.5};
    const yours = await call("returnsToGo", episode.rewards, episode.gamma);
    check.close(yours, [3 * unit, 4 * unit, 4 * unit], toGoDemand(episode));
  }),
  test("to-go", "a long episode, strongly discounted", 1, async ({call, check, random}) => {
    const rewards = Array.from({length: 24}, () => 1 + random.integer(9));
    const yours = await call("returnsToGo", rewards, 0.1);
    const episode = {rewards, gamma: 0.1};
    check.close(yours, returns(episode), {...toGoDemand(episode), advice: lost});
  }),
  property("to-go", "from each step on", 2, drawEpisode, async (episode, {call, check}) => {
    const yours = await call("returnsToGo", episode.rewards, episode.gamma);
    check.close(yours, returns(episode), toGoDemand(episode));
  }),
  property(
    "limits",
    "with gamma = 1 everything counts, with gamma = 0 only the next reward",
    2,
    (draw) => ({gamma: draw.integer(0, 1), rewards: draw.list(1, 20, () => draw.number(-5, 5, 1))}),
    async (episode, {call, check}) => {
      const {rewards, gamma} = episode;
      const whole = gamma === 0 ? rewards[0] : sum(rewards);
      check.close(await call("discountedReturn", rewards, gamma), whole, {
        advice: "with gamma = 0 it is the first reward alone, with gamma = 1 the plain sum of all.",
        mistakes: [
          {
            value: gamma === 0 ? 0 : whole,
            advice: "gamma ** 0 is 1, also for gamma = 0: the first reward always counts in full.",
          },
        ],
      });
      check.close(await call("returnsToGo", rewards, gamma), returns(episode), {
        advice:
          "with gamma = 0 each return is the step's own reward, with gamma = 1 the plain sum from it on.",
        overflow: divided,
      });
    },
  ),
];
