import {type ByteImages, joinedPictures} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import {type ClaimRun, claim, everySeed, rangesOf} from "../../lib/training/claim.js";
import {
  detectorFiles,
  foundByMaker,
  foundByOwn,
  madeCount,
  shareNumbers,
} from "../shared/detector-shares.setup.js";
import type {ganDigits} from "./experiment.js";

type Run = ClaimRun<typeof ganDigits>;

const steps = {ruined: 300, recovered: 600};
const mostRuined = 3;
const leastRecovered = 9;

/** The solution of the exercise `collapse-and-recover`. */
export const ruinAndRecover = claim({
  says: "A rate of 0.1 makes the generator collapse within 300 steps; the default rate draws the digits within 600.",
  seeds: [7],
  runs: {ruined: {learningRate: 0.1}, recovered: {}},
  async measure(run: Run, name: keyof typeof steps) {
    const last = steps[name];
    await run.to(last - 100);
    const before = await covered(run);
    await run.to(last);
    const {classes, sure} = await covered(run);
    return {before: before.classes, classes, leastSure: Math.min(before.sure, sure)};
  },
  rule: "at most 3 classes in two measurements in a row, and the classifier is sure of half of the pictures; then at least 9",
  holds: everySeed(
    ({ruined, recovered}) =>
      Math.max(ruined.before, ruined.classes) <= mostRuined &&
      ruined.leastSure >= 50 &&
      recovered.classes >= leastRecovered,
  ),
  tells: () => ({ruinedSteps: steps.ruined, recoveredSteps: steps.recovered, leastRecovered}),
});

/** A run of the page's, and the beginning of one. */
const drawnAt = {early: 400, whole: 1600} as const;

export const detected = claim({
  says: "Detectors that have learned from the course's VAE let most of the digits of each of five GANs pass, and are sure of them; those that have learned from a GAN find most of its digits, and of the VAE's.",
  seeds: [7, 1, 2, 3, 4],
  runs: {usual: {}},
  files: detectorFiles,
  async measure(run: Run) {
    await run.to(drawnAt.early);
    const early = foundByMaker("vae-digits", await drawn(run), run.files);
    await run.to(drawnAt.whole);
    const made = await drawn(run);
    const finds = foundByOwn("gan-digits", made, run.files);
    return {
      ...shareNumbers("earlyByVae", early),
      ...shareNumbers("byVae", foundByMaker("vae-digits", made, run.files)),
      ...shareNumbers("findsOwn", finds.own!),
      ...shareNumbers("findsVae", finds["vae-digits"]!),
      ...shareNumbers("findsTokens", finds["picture-tokens"]!),
      ...shareNumbers("findsDiffusion", finds["diffusion-digits"]!),
      ...shareNumbers("alarms", finds.real!),
    };
  },
  rule: "in each seed each of ten of the former finds less than half of the digits, with a mean calibration error of at least 0.3, and on average they find more after 400 steps; each of ten of the latter finds more than half of its own and of the VAE's, and they take at most 10 % of real digits for made ones on average",
  holds: everySeed(
    ({usual}) =>
      usual.byVaeHigh < 50 &&
      usual.byVaeError >= 0.3 &&
      usual.earlyByVae > usual.byVae &&
      usual.findsOwnLow > 50 &&
      usual.findsVaeLow > 50 &&
      usual.alarms <= 10,
  ),
  tells: (trials) => ({
    earlySteps: drawnAt.early,
    ...rangesOf(trials, "usual", ["earlyByVae", "earlyByVaeLow", "earlyByVaeHigh"]),
    ...rangesOf(trials, "usual", ["byVae", "byVaeLow", "byVaeHigh", "byVaeError"]),
    ...rangesOf(trials, "usual", ["findsOwn", "findsOwnLow", "findsOwnHigh"]),
    ...rangesOf(trials, "usual", ["findsVae", "findsVaeLow", "findsVaeHigh"]),
    ...rangesOf(trials, "usual", ["alarms", "alarmsLow", "alarmsHigh"]),
  }),
});

/** Digits of latent vectors by chance: each way that it walks has two ends. */
async function drawn(run: Run): Promise<ByteImages> {
  const {latents} = await run.ask("latents", {});
  const size = latents.shape[1]!;
  const random = new Random(1);
  const count = {data: Uint32Array.of(2), shape: [1]};
  const latent = () => ({data: random.normals(size), shape: [size]});
  const ends: ByteImages[] = [];
  for (let n = 0; n < madeCount.ten; n += 2) {
    const {straight} = await run.ask("walk", {from: latent(), to: latent(), count});
    ends.push(straight);
  }
  return joinedPictures(ends);
}

/** How many classes it draws, and of how many of the pictures the classifier is sure, in per cent. */
async function covered(run: Run) {
  const {scalars, arrays} = await run.measure();
  const sum = Array.from(arrays.coverage!.data).reduce((total, count) => total + count, 0);
  return {classes: scalars.coverage!, sure: (100 * sum) / scalars.samples!};
}
