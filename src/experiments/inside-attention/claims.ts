import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
} from "../../lib/training/claim.js";
import {digits} from "./attention-params.js";
import type {insideAttention} from "./experiment.js";
import {shareOfLast} from "./looked-way.setup.js";

type Run = ClaimRun<typeof insideAttention>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const steps = 300;
/** Attention that each of 50 tokens gets where all are looked at alike, in per cent. */
const alike = 2;

export const fiveSeeds = claim({
  says: "After 300 steps from no knowledge patches look at the token of the digit more than at others, whatever the seed.",
  seeds: startAndFour,
  runs: {opened: {start: "zero", learningRate: 0.01, decaySteps: 2000}},
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

export const trainedWeights = claim({
  says: "The trained weights draw most digits as asked, whatever noise they are drawn from.",
  seeds: startAndFour,
  runs: {trained: {}},
  measure: async (run: Run) => numbersOf(await run.measure(), "agreement", "toDigit", "frechet"),
  rule: "more than 70 of 100 digits are as asked, and the digit's token gets at least twice its share",
  holds: everySeed(({trained: {agreement, toDigit}}) => agreement > 70 && toDigit >= 2 * alike),
  tells: (trials) => ({
    ...ends("agreement", trials),
    ...ends("frechet", trials),
    ...ends("toDigit", trials),
  }),
});

/** Noises that each digit is drawn from. */
const hands = [1, 2, 3, 4, 5] as const;
const asked = digits.flatMap((digit) => hands.map((hand) => `${digit}.${hand}`));

export const earlyAndLate = claim({
  says: "With the trained weights the token of the digit gets more attention at the first step than at the last, and more than its share at both.",
  seeds: [7],
  runs: {trained: {}},
  async measure(run: Run) {
    const found: Record<string, number> = {};
    for (const digit of digits)
      for (const hand of hands) {
        run.sample({digit, hand});
        const {data, shape} = (await run.snapshot()).looks;
        const size = data.length / shape[0]!;
        const toDigit = (looks: Uint8Array) => 100 * shareOfLast([looks], shape.at(-1)!);
        found[`first${digit}.${hand}`] = toDigit(data.subarray(0, size));
        found[`last${digit}.${hand}`] = toDigit(data.subarray(-size));
      }
    return found;
  },
  rule: "for each of the ten digits and five noises it gets more than its share at the last step, and more than that at the first",
  holds: everySeed(({trained}) =>
    asked.every(
      (of) => trained[`last${of}`]! > alike && trained[`first${of}`]! > trained[`last${of}`]!,
    ),
  ),
  tells: ([trial]) => {
    const of = (when: "first" | "last") => asked.map((each) => trial!.runs.trained[when + each]!);
    return {
      firstLow: Math.min(...of("first")),
      firstHigh: Math.max(...of("first")),
      lastLow: Math.min(...of("last")),
      lastHigh: Math.max(...of("last")),
      noises: hands.length,
    };
  },
});

export const recorded: RecordedClaim = {
  says: "The recorded run goes on from weights that draw most digits as asked, and looks at the token of the digit more than at others.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, "agreement", "toDigit", "frechet"),
  rule: "more than 70 of 100 digits are as asked, and the digit's token gets at least twice its share",
  holds: ({agreement, toDigit}) => Number(agreement) > 70 && Number(toDigit) >= 2 * alike,
};

type Numbers = Readonly<Record<"agreement" | "toDigit" | "frechet", number>>;

function ends(
  name: keyof Numbers,
  trials: readonly {readonly runs: {readonly trained: Numbers}}[],
): Record<string, number> {
  const values = trials.map(({runs}) => runs.trained[name]);
  return {[`${name}Low`]: Math.min(...values), [`${name}High`]: Math.max(...values)};
}
