import {
  type ClaimRun,
  claim,
  everySeed,
  type RecordedClaim,
  rangesIn,
  rangesOf,
  type Trial,
} from "../../lib/training/claim.js";
import type {superResolution} from "./experiment.js";
import {shownEmoji} from "./upscaler-params.js";

type Run = ClaimRun<typeof superResolution>;

const steps = 900;
/** In the order of the run's photographs. */
const photographs = ["cat", "cup", "wall"] as const;

/** Means over held-out emoji of the network and of bicubic, the interval of the gain, and gains of the photographs. */
async function enlarged(run: Run) {
  await run.to(steps);
  const {scalars, intervals, arrays} = await run.measure();
  const scores = arrays.scores.data;
  const {gains} = await run.snapshot();
  const shown = [...gains.data];
  return {
    ...{psnr: scalars.psnr!, ssim: scalars.ssim!, gain: scalars.gain!, better: scalars.better!},
    ...{gainLow: intervals!.gain!.low, gainHigh: intervals!.gain!.high},
    ...{nearestPsnr: scores[0]!, bicubicPsnr: scores[6]!, bicubicSsim: scores[9]!},
    ...{nearestSsim: scores[3]!, shownBetter: shown.filter((gain) => gain > 0).length},
    ...Object.fromEntries(photographs.map((name, i) => [name, shown[shownEmoji + i]!])),
  } as Record<Finding, number>;
}

type Finding =
  | "psnr"
  | "ssim"
  | "gain"
  | "better"
  | "gainLow"
  | "gainHigh"
  | "nearestPsnr"
  | "nearestSsim"
  | "bicubicPsnr"
  | "bicubicSsim"
  | "shownBetter"
  | (typeof photographs)[number];

type Found = Record<Finding, number>;

export const fiveSeeds = claim({
  says: "A small network enlarges emoji that it has not seen better than bicubic, by PSNR and by SSIM, and photographs worse.",
  seeds: [7, 1, 2, 3, 4],
  runs: {usual: {}},
  measure: (run: Run) => enlarged(run),
  rule: "with each seed the interval of the gain in PSNR lies above 0, and the SSIM is above that of bicubic; on each of the three photographs bicubic is better",
  holds: everySeed(
    ({usual}) =>
      usual.gainLow > 0 &&
      usual.ssim > usual.bicubicSsim &&
      photographs.every((name) => usual[name] < 0),
  ),
  tells: (trials) => ({...rangesOf(trials, "usual"), ...worse(trials, "usual")}),
});

/** By how much each photograph is worse, as a reader says it: "usual.catWorse". */
function worse<Name extends string>(trials: readonly Trial<Name, Found>[], name: Name) {
  return rangesIn(
    trials.map(({runs}) =>
      Object.fromEntries(photographs.map((each) => [`${name}.${each}Worse`, -runs[name][each]])),
    ),
  );
}

export const otherSettings = claim({
  says: "Enlarged by four the network beats bicubic, too; without bicubic to add to, it takes longer.",
  seeds: [7],
  runs: {whole: {residual: false}, four: {factor: "4"}},
  measure: (run: Run) => enlarged(run),
  rule: "enlarged by four the interval of the gain lies above 0; without bicubic the gain is smaller than with it enlarged by four",
  holds: everySeed(({whole, four}) => four.gainLow > 0 && whole.gain < four.gain),
});

export const recorded: RecordedClaim = {
  says: "In the recorded run the network ends above bicubic.",
  tells: ({measurements}) => {
    const {gain, better, count} = measurements.at(-1)!.scalars;
    return {gain: gain!, better: better!, count: count!};
  },
  rule: "the mean gain in PSNR is above 0",
  holds: ({gain}) => Number(gain) > 0,
};
