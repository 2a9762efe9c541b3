import {paramTable} from "../../lib/params.js";
import {hand} from "../shared/digit-flow/digit-flow-params.js";
import {runParams} from "../shared/run-params.js";

/** Noises that the sheet shows. */
export const columns = 6;
const usualNoises = 15;

export const structureParams = paramTable({
  seed: runParams.seed,
  temperature: {
    kind: "number",
    label: "Temperature",
    default: 1,
    min: 0,
    max: 1.5,
    step: 0.05,
    group: "sampling",
    help: "What the first noise is multiplied by. 1 is noise as the network has learned with; at 0 all begins in the middle of it, the same for all.",
  },
  truncation: {
    kind: "number",
    label: "Truncation",
    default: 4,
    min: 0.25,
    max: 4,
    step: 0.25,
    group: "sampling",
    help: "Numbers of the first noise beyond this, on either side of 0, are drawn anew. Beyond 4 there are hardly any.",
  },
  guidance: {
    kind: "number",
    label: "Guidance",
    default: 1,
    min: 0,
    max: 5,
    step: 0.25,
    group: "sampling",
    help: "How far to go from what it draws untold towards what it draws when told: 0 is untold, 1 as told, more exaggerates.",
  },
  hand,
  noises: {
    kind: "number",
    label: "Noises",
    default: usualNoises,
    min: columns,
    max: 20,
    step: 1,
    group: "sampling",
    help: "From how many noises each digit is drawn, to be counted; six are shown. More take longer, and leave less to chance.",
  },
  digits: {
    kind: "choice",
    label: "Rows",
    default: "low",
    options: {low: "0 to 4", high: "5 to 9"},
    group: "view",
    help: "Which digits the rows show. All ten are drawn and counted.",
  },
  start: {
    ...runParams.start,
    help: `${runParams.start.help} From chance it takes a thousand steps.`,
  },
  learningRate: {...runParams.learningRate, default: 0.001},
  decaySteps: {...runParams.decaySteps, default: 0},
  batchSize: {...runParams.batchSize, default: 32},
  averaging: {...runParams.averaging, default: 0.99},
  maxSteps: {...runParams.maxSteps, default: 200},
});
