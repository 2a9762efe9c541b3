import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  type Trial,
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

export const fiveSeeds = claim({
  says: "A flow on the codes of an autoencoder, and on those of a VAE, draws digits much nearer to real ones than codes drawn without it do.",
  seeds: startAndFour,
  runs: {plain: {}, vae: {beta: 1}},
  async measure(run: Run) {
    await run.to(defaults.steps);
    return measured(run);
  },
  rule: "the plain autoencoder's distance falls to less than half by the flow, and its share of unrecognised pictures too; both are below those of the VAE without a flow; all ten classes are covered",
  holds: everySeed(
    ({plain, vae}) =>
      plain.frechet < plain.blindFrechet / 2 &&
      plain.holes < plain.blindHoles / 2 &&
      plain.frechet < vae.blindFrechet &&
      plain.holes < vae.blindHoles &&
      vae.frechet < vae.blindFrechet &&
      plain.coverage === 10,
  ),
  tells: (trials) => {
    const {frechetLow, frechetHigh, holesLow, holesHigh} = trials[0]!.runs.plain;
    return {
      ...defaults,
      ...ranges(trials, "plain"),
      ...ranges(trials, "vae"),
      ...{floorLow: frechetLow, floorHigh: frechetHigh},
      ...{holesFloorLow: holesLow, holesFloorHigh: holesHigh},
    };
  },
});

const words = {
  frechet: "",
  blindFrechet: "Blind",
  codedFrechet: "Coded",
  holes: "Holes",
  blindHoles: "BlindHoles",
} as const;

/** The least and the most of each finding of a run, as `plainBlindLow` and `plainBlindHigh`. */
function ranges<Name extends string>(trials: readonly Trial<Name, Found>[], run: Name) {
  const all = (Object.keys(words) as (keyof typeof words)[]).flatMap((finding) => {
    const values = trials.map(({runs}) => runs[run][finding]);
    const name = `${run}${words[finding]}`;
    return [
      [`${name}Low`, Math.min(...values)],
      [`${name}High`, Math.max(...values)],
    ] as const;
  });
  return Object.fromEntries(all);
}

export const recorded: RecordedClaim = {
  says: "In the recorded run the flow draws digits of all ten classes, most of which are recognised.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, ...measures),
  rule: "all ten classes, and fewer than half as many unrecognised as without the flow",
  holds: ({coverage, holes, blindHoles}) =>
    coverage === 10 && Number(holes) < Number(blindHoles) / 2,
};
