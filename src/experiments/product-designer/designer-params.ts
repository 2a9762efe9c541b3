import {paramTable} from "../../lib/params.js";
import {runParams} from "../shared/run-params.js";

/** Garments in a round, rounds at most, and steps from one click of a made-up shopper to the next. */
export const offerCount = 4;
export const mostClicks = 24;
export const clickSteps = 3;

/** Garments made for a measurement. */
export const measuredCount = 96;

export const designerParams = paramTable({
  seed: {
    ...runParams.seed,
    help: "Where chance starts: what is offered, what a made-up shopper takes, and what is tried out.",
  },
  shopper: {
    kind: "choice",
    label: "Shopper",
    default: "boot",
    options: {
      boot: "made up: likes ankle boots",
      bag: "made up: likes bags",
      trousers: "made up: likes trousers",
      dress: "made up: likes dresses",
      light: "made up: likes light cloth",
      you: "you",
    },
    group: "training",
    help: "Who clicks. A made-up shopper takes mostly, not always, what they like best.",
  },
  leash: {
    kind: "number",
    label: "Leash",
    default: 0.2,
    min: 0,
    max: 1,
    step: 0.01,
    group: "training",
    live: true,
    help: "What a nat of distance from the first generator costs, in nats of reward. 0 lets go of the leash; more of it holds shorter.",
  },
  clicks: {
    kind: "number",
    label: "Clicks of a made-up shopper",
    default: 20,
    min: 0,
    max: mostClicks,
    step: 1,
    group: "training",
    help: "After so many they leave. Your own clicks are not counted here.",
  },
  choices: {
    kind: "text",
    label: "Your clicks",
    default: "",
    most: mostClicks,
    group: "training",
    live: true,
    place: "figure",
    help: "What you took in each round, 1 to 4, or 0 for none: all that the shop knows of you.",
  },
  learningRate: {
    ...runParams.learningRate,
    default: 0.1,
    max: 0.5,
    help: "How far each step moves the policy.",
  },
  batchSize: {
    ...runParams.batchSize,
    default: 48,
    help: "Garments that are tried out in a step.",
  },
  maxSteps: {...runParams.maxSteps, default: 200},
});
