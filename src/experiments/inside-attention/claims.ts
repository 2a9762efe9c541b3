import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
} from "../../lib/training/claim.js";
import type {insideAttention} from "./experiment.js";

type Run = ClaimRun<typeof insideAttention>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const steps = 300;
/** Attention that each of 50 tokens gets where all are looked at alike, in per cent. */
const alike = 2;

export const fiveSeeds = claim({
  says: "After 300 steps patches look at the token of the digit more than at others, whatever the seed.",
  seeds: startAndFour,
  runs: {opened: {}},
  async measure(run: Run) {
    await run.to(steps);
    return numbersOf(await run.measure(), "agreement", "toDigit", "frechet");
  },
  rule: "the digit's token gets at least twice its share",
  holds: everySeed(({opened: {toDigit}}) => toDigit >= 2 * alike),
  tells: (trials) => {
    const of = (name: "agreement" | "toDigit" | "frechet") =>
      trials.map(({runs}) => runs.opened[name]);
    return {
      steps,
      agreementLow: Math.min(...of("agreement")),
      agreementHigh: Math.max(...of("agreement")),
      toDigitLow: Math.min(...of("toDigit")),
      toDigitHigh: Math.max(...of("toDigit")),
    };
  },
});

export const recorded: RecordedClaim = {
  says: "The recorded run draws most digits as asked, and looks at the token of the digit more than at others.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, "agreement", "toDigit", "frechet"),
  rule: "more than half of the digits are as asked, and the digit's token gets at least twice its share",
  holds: ({agreement, toDigit}) => Number(agreement) > 50 && Number(toDigit) >= 2 * alike,
};
