import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import {textOfPlaces} from "./erased-places.js";
import {type pictureTokens, steps} from "./experiment.js";
import {missed, pixelVariance} from "./picture-spread.js";

type Run = ClaimRun<typeof pictureTokens>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];

const measures = [
  "heldOut",
  "nextBits",
  "perplexity",
  "unused",
  "frechet",
  "severalFrechet",
  "redrawnFrechet",
  "agreement",
] as const;

export const fiveSeeds = claim({
  says: "The default run writes digits that can be recognised, with a codebook in use, whatever the seed.",
  seeds: startAndFour,
  runs: {written: {}},
  async measure(run: Run) {
    await run.to(steps.all);
    const measurement = await run.measure();
    const {low, high} = measurement.floors.frechet!;
    return {...numbersOf(measurement, ...measures), floorLow: low, floorHigh: high};
  },
  rule: "the classifier sees the digit asked for in at least 75 % of the pictures, the distance is below 80, no entry is dead, and the next token costs less than half of what guessing evenly costs",
  holds: everySeed(
    ({written}) =>
      written.agreement >= 75 &&
      written.frechet < 80 &&
      written.unused === 0 &&
      written.nextBits < 2.5,
  ),
  tells: (trials) => ({
    codeSteps: steps.code,
    ...rangesOf(trials, "written", measures),
    floorLow: trials[0]!.runs.written.floorLow,
    floorHigh: trials[0]!.runs.written.floorHigh,
  }),
});

export const temperatures = claim({
  says: "Drawn at a temperature of 0.5, digits are recognised more often than at 1 and vary less; at 2 they are recognised less often; either way they lie farther from real ones.",
  seeds: [7, 1, 2],
  runs: {trained: {}},
  async measure(run: Run) {
    await run.to(steps.all);
    return {
      ...named("cool", await drawnAt(run, 0.5)),
      ...named("plain", await drawnAt(run, 1)),
      ...named("hot", await drawnAt(run, 2)),
    };
  },
  rule: "with each seed: recognised more often at 0.5 than at 1, and at 1 than at 2; twenty sevens vary less at 0.5 than at 1; the distance is larger at 0.5 and at 2 than at 1",
  holds: everySeed(
    ({trained}) =>
      trained.coolAgreement! > trained.plainAgreement! &&
      trained.plainAgreement! > trained.hotAgreement! &&
      trained.coolSpread! < trained.plainSpread! &&
      trained.coolFrechet! > trained.plainFrechet! &&
      trained.hotFrechet! > trained.plainFrechet!,
  ),
  tells: ([first, ...others]) => ({
    ...first!.runs.trained,
    otherSeeds: others.length,
  }),
});

export const upperHalf = claim({
  says: "The erased upper half of a real digit comes nearer to what was there when it is filled in by the network that sees the lower half.",
  seeds: [7, 1, 2],
  runs: {trained: {}},
  async measure(run: Run) {
    await run.to(steps.all);
    return {
      next: await missedAbove(run, "next"),
      missing: await missedAbove(run, "missing"),
    };
  },
  rule: "with each seed the squared difference in the erased part, a mean over ten digits and six chances, is smaller for missing tokens than one after the other",
  holds: everySeed(({trained}) => trained.missing < trained.next),
});

export const recorded: RecordedClaim = {
  says: "In the recorded run what is written token by token is recognised, and no better than real digits that were only redrawn.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, ...measures),
  rule: "at least 75 % as asked, and the distance of redrawn digits is below that of written ones",
  holds: ({agreement, frechet, redrawnFrechet}) =>
    Number(agreement) >= 75 && Number(redrawnFrechet) < Number(frechet),
};

/** What is measured at `temperature`, and how far twenty sevens vary. */
async function drawnAt(run: Run, temperature: number) {
  run.sample({temperature, digit: "all"});
  const {agreement, frechet} = numbersOf(await run.measure(), "agreement", "frechet");
  run.sample({digit: "7"});
  return {agreement, frechet, spread: pixelVariance((await run.snapshot()).samples)};
}

/** `{agreement}` as `{coolAgreement}`. */
function named(prefix: string, numbers: Readonly<Record<string, number>>) {
  const names = Object.keys(numbers).map((name) => [name, name[0]!.toUpperCase() + name.slice(1)]);
  return Object.fromEntries(names.map(([name, end]) => [prefix + end, numbers[name!]!]));
}

/** The tokens of the upper four of seven rows. */
const above = textOfPlaces(Array.from({length: 28}, (_, i) => i));

/** How far the filled-in part is from the real one, for `order`: squared differences of pixels from 0 to 1, summed over a picture. */
async function missedAbove(run: Run, order: "next" | "missing"): Promise<number> {
  let sum = 0;
  for (let subject = 0; subject < 10; subject++) {
    run.sample({order, subject, erased: above});
    const {subject: real, mended} = await run.snapshot();
    sum += missed(mended, real) / 10;
  }
  return sum;
}
