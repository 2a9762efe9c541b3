import {type ByteImages, joinedPictures} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import {
  type ClaimRun,
  claim,
  everySeed,
  numbersOf,
  type RecordedClaim,
  rangesOf,
} from "../../lib/training/claim.js";
import {
  detectorFiles,
  foundByFirst,
  madeCount,
  shareNumbers,
} from "../shared/detector-shares.setup.js";
import type {vaeDigits} from "./experiment.js";

type Run = ClaimRun<typeof vaeDigits>;

/** The one that the page starts with, and four others. */
const startAndFour = [7, 1, 2, 3, 4];
const costly = 40;
const ill = {steps: 200, mostNats: 0.1, alike: 5};
const well = {steps: 200, leastNats: 1};

export const collapse = claim({
  says: "A beta of 40 silences the codes, and every place of the plane shows nearly the same; with a beta of 1 they speak again.",
  seeds: startAndFour,
  runs: {costly: {beta: costly}},
  async measure(run: Run) {
    await run.to(ill.steps);
    const silent = await spoken(run);
    const alike = await difference(run);
    run.set("beta", 1);
    await run.to(ill.steps + well.steps);
    const {nats, aboveMean, active, coverage} = await spoken(run);
    return {
      silentNats: silent.nats,
      silentAboveMean: silent.aboveMean,
      silentAboveLeast: silent.aboveLeast,
      silentCoverage: silent.coverage,
      alike,
      nats,
      aboveMean,
      active,
      coverage,
      difference: await difference(run),
    };
  },
  rule: "all five collapse (below 0.1 nats, no digit, the score of the mean picture, places that differ by less than 5 grey levels) and recover (above 1 nat, better than the mean picture by 5, both numbers active, some digit, places twice as different)",
  holds: everySeed(
    ({costly: run}) =>
      run.silentNats < ill.mostNats &&
      run.silentCoverage === 0 &&
      run.silentAboveLeast > 0 &&
      run.silentAboveMean < 0 &&
      run.alike < ill.alike &&
      speaks(run, well.leastNats) &&
      run.coverage > 0 &&
      run.difference > 2 * run.alike,
  ),
  tells: () => ({
    steps: ill.steps,
    mostNats: ill.mostNats,
    laterSteps: well.steps,
    leastNats: well.leastNats,
  }),
});

const cured = {freeBits: 200, warmUp: 100};
const warmUpSteps = 2000;

export const cures = claim({
  says: "With a free nat for each latent number, or a warm-up over 2,000 steps, a beta of 40 does not silence the codes.",
  seeds: startAndFour,
  runs: {
    freeBits: {beta: costly, freeBits: 1},
    warmUp: {beta: costly, warmUpSteps},
  },
  async measure(run: Run, name: keyof typeof cured) {
    await run.to(cured[name]);
    const {nats, aboveMean, active} = await spoken(run);
    return {nats, aboveMean, active};
  },
  rule: "all ten tell more than half a nat, are better than the mean picture by 5 and use both numbers",
  holds: everySeed(({freeBits, warmUp}) => [freeBits, warmUp].every((run) => speaks(run, 0.5))),
  tells: () => ({
    freeBitsSteps: cured.freeBits,
    warmUpSteps: cured.warmUp,
    warmUpWeight: (costly * cured.warmUp) / warmUpSteps,
  }),
});

/** Chance leaves up to so many places of the plane without pictures. */
const mostGaps = 5;

export const holes = claim({
  says: "After 500 steps the plane of seed 7 has holes up to a beta of 0.2, and from 0.3 on none.",
  seeds: [7],
  runs: {
    beta0: {beta: 0},
    beta01: {beta: 0.1},
    beta02: {beta: 0.2},
    beta03: {beta: 0.3},
    beta1: {beta: 1},
  },
  async measure(run: Run) {
    await run.to(500);
    return numbersOf(await run.measure(), "gaps", "heldOutKl");
  },
  rule: "more than 5 places up to a beta of 0.2, at most 5 from 0.3 on",
  holds: everySeed(
    ({beta0, beta01, beta02, beta03, beta1}) =>
      [beta0, beta01, beta02].every(({gaps}) => gaps > mostGaps) &&
      [beta03, beta1].every(({gaps}) => gaps <= mostGaps),
  ),
});

export const holesLater = claim({
  says: "After 2,000 steps a beta of 2 leaves no hole in the plane of seed 7.",
  seeds: [7],
  runs: {beta2: {beta: 2}},
  async measure(run: Run) {
    await run.to(2000);
    return numbersOf(await run.measure(), "gaps");
  },
  rule: "no place is without pictures",
  holds: everySeed(({beta2}) => beta2.gaps === 0),
});

export const borders = claim({
  says: "The beta that closes the plane after 500 steps depends on the seed.",
  seeds: [1, 2, 3, 4, 5, 7],
  runs: {beta03: {beta: 0.3}, beta05: {beta: 0.5}, beta1: {beta: 1}},
  async measure(run: Run) {
    await run.to(500);
    return numbersOf(await run.measure(), "gaps");
  },
  rule: "with each of the six it lies below 1",
  holds: everySeed(({beta1}) => beta1.gaps <= mostGaps),
  tells: (trials) => {
    const closed = (beta: "beta03" | "beta05") =>
      trials.filter(({runs}) => runs[beta].gaps <= mostGaps);
    const [below03, below05] = [closed("beta03").length, closed("beta05").length];
    return {
      seeds: trials.length,
      below03,
      from03to05: below05 - below03,
      from05to1: trials.length - below05,
    };
  },
});

export const bordersLater = claim({
  says: "After 2,000 steps a beta of 1 leaves holes with some seeds, and with others none.",
  seeds: [1, 2, 3, 4, 5, 7],
  runs: {beta1: {beta: 1}},
  async measure(run: Run) {
    await run.to(2000);
    return numbersOf(await run.measure(), "gaps");
  },
  rule: "holes for some of the six and not for all",
  holds: (trials) => new Set(trials.map(({runs}) => runs.beta1.gaps > mostGaps)).size === 2,
  tells: (trials) => ({
    seeds: trials.length,
    withHoles: trials.filter(({runs}) => runs.beta1.gaps > mostGaps).length,
    ofSeed3: trials.find(({seed}) => seed === 3)!.runs.beta1.gaps,
  }),
});

export const closeToTheLimit = claim({
  says: "Close to the limit chance decides: with seed 3 a smaller beta leaves fewer holes after 2,000 steps.",
  seeds: [3],
  runs: {beta05: {beta: 0.5}},
  async measure(run: Run) {
    await run.to(2000);
    return numbersOf(await run.measure(), "gaps");
  },
  rule: "at most 5 places",
  holds: everySeed(({beta05}) => beta05.gaps <= mostGaps),
});

const wholeRun = 2000;

export const detected = claim({
  says: "A detector that has learned from some digits of each of five VAEs finds nearly all of its others and few real ones; of the course's GAN's it finds more than of real ones, and lets a third or more pass, of which it is sure.",
  seeds: startAndFour,
  runs: {usual: {}},
  files: detectorFiles,
  async measure(run: Run) {
    await run.to(wholeRun);
    const finds = foundByFirst("vae-digits", await drawn(run), run.files, "gan-digits");
    const {alarms, alarmsLow, alarmsHigh} = shareNumbers("alarms", finds.real!);
    return {
      ...shareNumbers("findsOwn", finds.own!),
      ...shareNumbers("findsGan", finds["gan-digits"]!),
      ...shareNumbers("findsTokens", finds["picture-tokens"]!),
      ...shareNumbers("findsDiffusion", finds["diffusion-digits"]!),
      ...{alarms, alarmsLow, alarmsHigh},
      ...shareNumbers("byGan", finds.late!),
    };
  },
  rule: "in each seed the interval of its own that it finds lies above 90 %, that of the GAN's below 67 %, and of real digits it takes at most 10 % for made ones and fewer than of the GAN's; its calibration error is at most 0.1 on its own and at least 0.3 on the GAN's",
  holds: everySeed(
    ({usual}) =>
      usual.findsOwnLow > 90 &&
      usual.findsGanHigh < 67 &&
      usual.alarms <= 10 &&
      usual.alarms < usual.findsGan &&
      usual.findsOwnError <= 0.1 &&
      usual.findsGanError >= 0.3,
  ),
  tells: (trials) => rangesOf(trials, "usual"),
});

export const recorded: RecordedClaim = {
  says: "The recorded plane has more digits than an autoencoder's, and few holes.",
  tells: ({measurements}) => numbersOf(measurements.at(-1)!, "coverage", "holes", "gaps"),
  rule: "more than half of the digits, and places without pictures in less than a tenth of the plane",
  holds: ({coverage, gaps}) => Number(coverage) > 5 && Number(gaps) < 22.5,
};

/** Digits of codes by chance, as they lie on the plane. */
async function drawn(run: Run): Promise<ByteImages> {
  const random = new Random(1);
  const pictures: ByteImages[] = [];
  for (let n = 0; n < madeCount.one; n++) {
    const place = {data: random.normals(2), shape: [2]};
    pictures.push((await run.ask("at", {place})).picture);
  }
  return joinedPictures(pictures);
}

/** What the codes tell, and by how much the bound is better than that of a code that tells nothing, at its best and at its least. */
async function spoken(run: Run) {
  const measurement = await run.measure();
  const {heldOutKl, heldOutElbo, active, coverage} = numbersOf(
    measurement,
    "heldOutKl",
    "heldOutElbo",
    "active",
    "coverage",
  );
  const {low, high} = measurement.floors.heldOutElbo!;
  return {
    nats: heldOutKl,
    aboveMean: heldOutElbo - high,
    aboveLeast: heldOutElbo - low,
    active,
    coverage,
  };
}

/** More than by chance: a decoder that listens. */
function speaks(
  {nats, aboveMean, active}: {nats: number; aboveMean: number; active: number},
  leastNats: number,
): boolean {
  return nats > leastNats && aboveMean > 5 && active === 2;
}

/** Mean distance of the plane's pixels from those of its mean picture, 0 to 255. */
async function difference(run: Run): Promise<number> {
  const {plane} = await run.snapshot();
  const mean = meanPicture(plane);
  let sum = 0;
  plane.data.forEach((value, i) => {
    sum += Math.abs(value - mean[i % mean.length]!);
  });
  return sum / plane.data.length;
}

function meanPicture({data, shape}: ByteImages): Float64Array {
  const mean = new Float64Array(data.length / shape[0]);
  data.forEach((value, i) => {
    mean[i % mean.length]! += value / shape[0];
  });
  return mean;
}
