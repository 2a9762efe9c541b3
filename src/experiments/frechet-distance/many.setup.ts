/**
 * The distance of many pictures from as many real ones, in parts, so that the page can say how far it has come: pictures are handed over, looked at
 * a tenth at a time, then their distance is computed, and last its interval and its floor.
 */
import type {NamedArrays} from "../../lib/array.js";
import {type ByteImages, firstPictures, imageSize, pick, toFloats} from "../../lib/image.js";
import {type FeatureStatistics, featureStatistics} from "../../lib/metrics/frechet-distance.js";
import {frechetInterval} from "../../lib/metrics/frechet-interval.js";
import {frechetTerms} from "../../lib/metrics/frechet-metric.js";
import {classCount, featureCount} from "../../lib/models/classifier.js";
import type {Random} from "../../lib/random.js";
import {type Fault, withFault} from "../shared/judging/faults.js";
import {type JudgedSource, type Spoiled, shuffled} from "../shared/judging/judge.setup.js";
import {surestOfEach} from "../shared/judging/surest.js";
import {lookedParts, manyParts} from "./experiment.js";

const kinds = ["real", "made"] as const;
type Kind = (typeof kinds)[number];

/** What has been handed over, and features of it so far, [n, 64] of each kind in the end. */
interface Looked {
  readonly pictures: Readonly<Record<Kind, ByteImages>>;
  readonly features: Readonly<Record<Kind, Float32Array>>;
  /** The made ones as they were before anything was wrong with them. */
  readonly held: ByteImages;
  /** Features of these, where the fault needed to know what they are. */
  readonly heldFeatures?: Float32Array;
  next: number;
}

/** What has been seen of the real pictures, and how far from it the made ones are. */
interface Judged {
  readonly reference: FeatureStatistics;
  readonly terms: ReturnType<typeof frechetTerms>;
}

/** Answers the question `many` of the description. `spoiled` is what is wrong with the pictures when part 0 is asked for. */
export function manyJudged({classifier, dataset, drawn}: JudgedSource, random: Random) {
  const own = shuffled(dataset, random.fork("many"));
  const chance = random.fork("faults").state();
  let looked: Looked | undefined;
  let judged: Judged | undefined;
  const seen = (pictures: ByteImages) => classifier.classify(toFloats(pictures));
  const begun = async (real: ByteImages, {fault, strength}: Spoiled): Promise<Looked> => {
    const count = real.shape[0];
    const held = firstPictures(own.images, count);
    const known = fault === "repeats" ? await seen(held) : undefined;
    const clearest = known ? surestOfEach(known.probabilities, classCount) : [];
    const faulty = {own, compared: real, clearest, drawn, chance};
    const made = withFault(faulty, fault as Fault, strength, count);
    const features = () => new Float32Array(count * featureCount);
    return {
      pictures: {real, made},
      features: {real: features(), made: features()},
      held,
      ...(known && {heldFeatures: known.features}),
      next: 1,
    };
  };
  const look = async ({pictures, features}: Looked, part: number) => {
    const count = pictures.real.shape[0];
    const [from, to] = [part - 1, part].map((parts) => Math.round((parts * count) / lookedParts));
    const places = Array.from({length: to! - from!}, (_, i) => from! + i);
    for (const kind of kinds)
      features[kind].set((await seen(pick(pictures[kind], places))).features, from! * featureCount);
    return to!;
  };
  return async (inputs: NamedArrays, spoiled: Spoiled) => {
    const part = partIn(inputs, looked?.next ?? 0);
    if (part === 0) {
      judged = undefined;
      looked = await begun(realIn(inputs, own.images), spoiled);
      return told(0, []);
    }
    const now = looked!;
    now.next = part + 1;
    if (part <= lookedParts) return told(await look(now, part), []);
    const count = now.held.shape[0];
    judged ??= judgedOf(now);
    const {reference, terms} = judged;
    if (part < manyParts) return told(count, [terms.centres, terms.shapes]);
    looked = judged = undefined;
    const held = now.heldFeatures ?? (await seen(now.held)).features;
    return told(count, [
      ...bandOf(now.features.made, reference, terms, random),
      ...bandOf(held, reference, frechetTerms(reference, statistics(held)), random),
    ]);
  };
}

function told(seen: number, numbers: readonly number[]) {
  return {
    seen: {data: Float32Array.of(seen), shape: [1]},
    numbers: {data: Float32Array.from(numbers), shape: [numbers.length]},
  };
}

function judgedOf({features}: Looked): Judged {
  const reference = statistics(features.real);
  return {reference, terms: frechetTerms(reference, statistics(features.made))};
}

/** Low and high of the interval; the floor is that of the same pictures with nothing wrong. */
function bandOf(
  features: Float32Array,
  reference: FeatureStatistics,
  {centres, shapes}: Judged["terms"],
  random: Random,
): readonly number[] {
  const {low, high} = frechetInterval(features, reference, centres + shapes, random);
  return [low, high];
}

function statistics(features: Float32Array): FeatureStatistics {
  return featureStatistics(features, featureCount);
}

/** Part 0 at any time, and after it one part after the other. */
function partIn({part}: NamedArrays, next: number): number {
  const wanted = part?.data[0];
  if (wanted === 0 || wanted === next) return wanted;
  throw new RangeError(`invalid part: ${wanted} (0, or ${next}, which comes next)`);
}

/** The real pictures in what was asked, as many as there are others at most. */
function realIn({pictures}: NamedArrays, {shape: [most, h, w, c]}: ByteImages): ByteImages {
  const {data, shape = []} = pictures ?? {};
  const images = {data, shape} as unknown as ByteImages;
  const [n] = images.shape;
  const isRight = `${shape.slice(1)}` === `${[h, w, c]}` && n >= 2 * lookedParts && n <= most;
  if (!(data instanceof Uint8Array) || !isRight || data.length !== n * imageSize(images.shape))
    throw new RangeError(
      `invalid pictures: ${data?.length} bytes in shape ${shape.join(" by ")} (${2 * lookedParts} to ${most} pictures of ${h} by ${w} by ${c})`,
    );
  return images;
}
