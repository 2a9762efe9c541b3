import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import type {latentDiffusion} from "./experiment.js";
import {latentParams} from "./latent-params.js";

type Run = ClaimRun<typeof latentDiffusion>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const measures = [
  "frechet",
  "blindFrechet",
  "codedFrechet",
  "holes",
  "blindHoles",
  "coverage",
] as const;
const defaults = {
  latentSize: latentParams.latentSize.default,
  codeSteps: latentParams.codeSteps.default,
  steps: latentParams.maxSteps.default,
};

type Found = Readonly<
  Record<(typeof measures)[number] | `${"frechet" | "holes"}${"Low" | "High"}`, number>
>;

async function measured(run: Run): Promise<Found> {
  const measurement = await run.measure();
  const {frechet, holes} = measurement.floors;
  return {
    ...numbersOf(measurement, ...measures),
    frechetLow: frechet!.low,
    frechetHigh: frechet!.high,
    holesLow: holes!.low,
    holesHigh: holes!.high,
  };
}

async function trained(run: Run): Promise<Found> {
  await run.to(defaults.steps);
  return measured(run);
}

export const plain = claim({
  says: "A flow on the codes of an autoencoder draws digits much nearer to real ones than codes drawn without it do, whatever the seed.",
  seeds: startAndFour,
  runs: {plain: {}},
  measure: trained,
  rule: "the distance falls below two thirds of that without the flow, and so does the share of pictures that are not recognised; at least nine classes are covered",
  holds: everySeed(
    ({plain: {frechet, blindFrechet, holes, blindHoles, coverage}}) =>
      frechet < (2 / 3) * blindFrechet && holes < (2 / 3) * blindHoles && coverage >= 9,
  ),
  tells: (trials) => {
    const {frechetLow, frechetHigh, holesLow, holesHigh} = trials[0]!.runs.plain;
    return {
      ...defaults,
      ...rangesOf(trials, "plain", measures),
      ...{floorLow: frechetLow, floorHigh: frechetHigh},
      ...{holesFloorLow: holesLow, holesFloorHigh: holesHigh},
    };
  },
});

export const vae = claim({
  says: "A flow on the codes of a VAE draws digits nearer to real ones than codes from N(0, 1) do, whatever the seed.",
  seeds: startAndFour,
  runs: {vae: {beta: 1}},
  measure: trained,
  rule: "the distance with the flow is below that without it, and so is the share of pictures that are not recognised",
  holds: everySeed(
    ({vae: {frechet, blindFrechet, holes, blindHoles}}) =>
      frechet < blindFrechet && holes < blindHoles,
  ),
  tells: (trials) => rangesOf(trials, "vae", measures),
});

export const recorded: RecordedClaim = {
  says: "In the recorded run the flow draws digits of all ten classes, most of which are recognised.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, ...measures),
  rule: "all ten classes, and fewer than half as many unrecognised as without the flow",
  holds: ({coverage, holes, blindHoles}) =>
    coverage === 10 && Number(holes) < Number(blindHoles) / 2,
};
