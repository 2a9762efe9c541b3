import {type NumberParam, paramTable} from "../../lib/params.js";
import {runParams} from "../shared/run-params.js";
import {
  type Contender,
  contenderNames,
  mostTimes,
  perContender,
  turnsPerSecond,
  usualRates,
} from "./contenders.js";

/** Default seconds for each contender. */
export const defaultSeconds = 30;

function rate(name: Contender) {
  return {
    kind: "number",
    label: `Steps a second: ${contenderNames[name]}`,
    default: usualRates[name],
    min: turnsPerSecond,
    max: mostTimes * usualRates[name],
    step: 1,
    group: "training",
    help: "How many steps of training it gets in a second. Time your machine, and all four get the same seconds on it.",
  } as const satisfies NumberParam;
}

export const arenaParams = paramTable({
  seed: runParams.seed,
  maxSteps: {
    ...runParams.maxSteps,
    label: "Stop after, turns",
    default: defaultSeconds * turnsPerSecond,
    max: 3000,
    help: `In a turn each of the four has a tenth of a second: ${defaultSeconds * turnsPerSecond} turns are ${defaultSeconds} seconds each.`,
  },
  decayTurns: {
    ...runParams.decaySteps,
    label: "Rates fall over, turns",
    default: defaultSeconds * turnsPerSecond,
    min: 10,
    max: 3000,
    step: 10,
    help: "Turns over which all learning rates fall to a tenth; the tokens' code has the first half of them. Set it to the turns of the run.",
  },
  ganPerSecond: rate("gan"),
  vaePerSecond: rate("vae"),
  tokensPerSecond: rate("tokens"),
  flowPerSecond: rate("flow"),
  hand: {
    kind: "number",
    label: "Noise",
    default: 1,
    min: 1,
    max: 999,
    step: 1,
    group: "sampling",
    help: "Which chance the pictures are drawn with. The same one gives the same pictures.",
  },
  guess: {
    kind: "text",
    label: "Your ranking",
    default: "",
    most: 60,
    group: "view",
    place: "figure",
    help: "Names of the four, the nearest first.",
  },
  watts: {
    kind: "number",
    label: "Watts",
    default: 15,
    min: 1,
    max: 500,
    step: 1,
    group: "view",
    help: "What your machine draws while it trains, for the estimate of energy. 15 is a guess for a laptop; a meter at the plug knows better.",
  },
});

/** The rate of each, from a run's params. */
export function ratesOf(params: {readonly [Name in Contender as `${Name}PerSecond`]: number}) {
  return perContender((name) => params[`${name}PerSecond`]);
}
