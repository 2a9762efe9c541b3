import {formatCount, formatNumber} from "../../controls/format.js";
import type {EstimatorName} from "../../lib/gradient-estimators.js";
import type {Lane} from "./race-run.js";

export const laneNames: Readonly<Record<EstimatorName, string>> = {
  score: "REINFORCE",
  pathwise: "reparameterised draw",
};

/** "mean −2.04, spread 4.31; in the long run −2.00 and 4.36". */
export function laneText({mean, spreads, trueMean, trueSpread}: Lane): string {
  const spread = spreads.at(-1) ?? Number.NaN;
  const now = Number.isNaN(spread) ? "" : `mean ${told(mean)}, spread ${told(spread)}; `;
  return `${now}in the long run ${told(trueMean)} and ${told(trueSpread)}`;
}

/** Compares what each costs for the same certainty, or says that one of them always reads the same: a cost without a slope. */
export function verdict(truth: number, [score, pathwise]: readonly Lane[]): string {
  if (pathwise!.trueSpread === 0)
    return `The truth is ${told(truth)}. The reparameterised draw reads ${told(pathwise!.trueMean)} for ever: it asks for the slope of the cost, and there is none. REINFORCE asks for the cost alone.`;
  const times = (score!.trueSpread / pathwise!.trueSpread) ** 2;
  const [worse, factor] =
    times >= 1 ? ["REINFORCE", times] : ["the reparameterised draw", 1 / times];
  return `The truth is ${told(truth)}. To be as sure of it, ${worse} needs ${timesText(factor)} as many draws.`;
}

function timesText(factor: number): string {
  return factor < 10 ? `${factor.toFixed(1)} times` : `${formatCount(Math.round(factor))} times`;
}

/** "−2.04", with a true minus sign; what is nothing but rounding is 0. */
function told(value: number): string {
  return Math.abs(value) < 1e-9 ? "0" : formatNumber(value).replace("-", "−");
}
