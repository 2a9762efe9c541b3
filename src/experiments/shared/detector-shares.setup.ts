/**
 * What detectors find of the digits that a run has made, and of others' where they have learned from these: with the course's makers and the
 * detector's first settings, as on the page that shows it (src/experiment/detector.ts). How much they find depends on the few digits that each
 * has learned from.
 */
import {calibrationOf} from "../../figures/provenance/detector-calibration.js";
import {digits} from "../../lib/datasets/digits.js";
import {imageDataset} from "../../lib/datasets/image-dataset.js";
import {type ByteImages, halved, pick, toBytes, toFloats} from "../../lib/image.js";
import {binomialInterval} from "../../lib/metrics/binomial-interval.js";
import {type Tried, triedDetector} from "../../lib/provenance/detector-trial.js";
import {foundIn} from "../../lib/provenance/watermark-trial.js";
import {realId, unpackJudged} from "../../lib/questions/judged-pictures.js";
import {fileOf, type RunFiles} from "./run-files.setup.js";

/** What a claim about it reads: the makers' digits, real ones as on the page, and others. */
export const detectorFiles = ["judged-digits", "denoiser-digits", "digits-test"] as const;

const detectorCount = 10;
/** Digits of a run that its detectors look at, and that each of them is given: as many as each of the course's makers has. */
const lookedAt = 200;
const givenEach = 60;
/** Digits that a run must make for both: for one detector, and for ten. */
export const madeCount = {
  one: givenEach + lookedAt,
  ten: lookedAt + detectorCount * givenEach,
} as const;
/** Of `digits-test`: its first hundred are among those of the page. */
const realPart = {from: 1000, count: 1000} as const;
/** As the page begins. */
const falseAlarms = 0.05;

/** The pictures that count as made, in per cent. */
export interface DetectorShare {
  /** Of several detectors the mean. */
  readonly found: number;
  /** Of one detector the interval of 95 %, of several the least and the most. */
  readonly low: number;
  readonly high: number;
  /** The calibration error among as many real ones; of several detectors the mean. */
  readonly error: number;
}

/** Of `made` [n, 28, 28, 1], n at least 200: detectors that have learned from the course's maker `id`, each from other ones of its digits. */
export function foundByMaker(id: string, made: ByteImages, files: RunFiles): DetectorShare {
  const looked = halvedBytes(part(made, 0, lookedAt));
  return shareOf(
    detectors((seed) => tried({[id]: makersIn(files)[id]!, looked}, id, seed, files)),
    "looked",
  );
}

/**
 * Detectors that have learned from digits that a run of the experiment `id` has made, [800, 28, 28, 1]: of others of them as `own`, of those of each
 * of the course's other makers, and of `real` ones.
 */
export function foundByOwn(
  id: string,
  made: ByteImages,
  files: RunFiles,
): Readonly<Record<string, DetectorShare>> {
  const ofRun = halvedBytes(made);
  const {[id]: _, ...others} = makersIn(files);
  const looked = {...others, own: part(ofRun, 0, lookedAt), [realId]: otherReal(files)};
  const all = detectors((seed, k) => {
    const learned = part(ofRun, lookedAt + k * givenEach, givenEach);
    return tried({...looked, learned}, "learned", seed, files);
  });
  return Object.fromEntries(Object.keys(looked).map((name) => [name, shareOf(all, name)]));
}

/**
 * The detector that has learned from the first 60 digits that a run of the experiment `id` has made, [260, 28, 28, 1]: of others of them as `own`, of
 * those of each of the course's other makers, and of `real` ones. And `late`, one that has learned from the maker of that name: of the run's.
 */
export function foundByFirst(
  id: string,
  made: ByteImages,
  files: RunFiles,
  late: string,
): Readonly<Record<string, DetectorShare>> {
  const ofRun = halvedBytes(made);
  const {[id]: _, ...others} = makersIn(files);
  const own = part(ofRun, givenEach, lookedAt);
  const looked = {...others, own, [realId]: otherReal(files)};
  const first = tried({...looked, learned: part(ofRun, 0, givenEach)}, "learned", 1, files);
  const names = Object.keys(looked);
  return {
    ...Object.fromEntries(names.map((name) => [name, shareOfOne(first, name)])),
    late: shareOfOne(tried(looked, late, 1, files), "own"),
  };
}

/** A share as findings: "findsVae", "findsVaeLow", "findsVaeHigh" and "findsVaeError". */
export function shareNumbers<Name extends string>(
  name: Name,
  {found, low, high, error}: DetectorShare,
) {
  return {
    [name]: found,
    [`${name}Low`]: low,
    [`${name}High`]: high,
    [`${name}Error`]: error,
  } as Record<Name | `${Name}${"Low" | "High" | "Error"}`, number>;
}

function detectors(make: (seed: number, k: number) => Tried): readonly Tried[] {
  return Array.from({length: detectorCount}, (_, k) => make(k + 1, k));
}

function tried(
  makers: Readonly<Record<string, ByteImages>>,
  learned: string,
  seed: number,
  files: RunFiles,
): Tried {
  const {images: real} = imageDataset(digits, fileOf(files, "denoiser-digits"));
  return triedDetector(real, makers, {learned, falseAlarms, seed});
}

function shareOf(all: readonly Tried[], name: string): DetectorShare {
  const shares = all.map(
    ({made, limit}) => (100 * foundIn(made[name]!, limit)) / made[name]!.length,
  );
  return {
    found: meanOf(shares),
    low: Math.min(...shares),
    high: Math.max(...shares),
    error: meanOf(all.map((each) => calibrationOf(each, name))),
  };
}

function shareOfOne(one: Tried, name: string): DetectorShare {
  const {length} = one.made[name]!;
  const {low, high} = binomialInterval(foundIn(one.made[name]!, one.limit), length);
  return {...shareOf([one], name), low: 100 * low, high: 100 * high};
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The course's makers of digits, real ones apart. */
function makersIn(files: RunFiles): Readonly<Record<string, ByteImages>> {
  const {makers} = unpackJudged(fileOf(files, "judged-digits"));
  return Object.fromEntries(
    makers.filter(({id}) => id !== realId).map(({id, images}) => [id, images]),
  );
}

function otherReal(files: RunFiles): ByteImages {
  const {images} = imageDataset(digits, fileOf(files, "digits-test"));
  return halvedBytes(part(images, realPart.from, realPart.count));
}

function part(images: ByteImages, from: number, count: number): ByteImages {
  const indices = Array.from({length: count}, (_, i) => from + i);
  return pick(images, indices);
}

function halvedBytes(images: ByteImages): ByteImages {
  return toBytes(halved(toFloats(images)));
}
