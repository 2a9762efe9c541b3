/** A detector that has learned from one maker's pictures, tried on those of all makers. */
import {type ByteImages, pick} from "../image.js";
import {Random} from "../random.js";
import {detector} from "./detector.js";
import {textures} from "./texture.js";

export interface DetectorTrial {
  /** Learned from this maker's pictures and from real ones. */
  readonly learned: string;
  /** Share of held-out real pictures that are to be taken for made ones. */
  readonly falseAlarms: number;
  /** Draws which pictures are held out. */
  readonly seed: number;
}

export interface Tried {
  /** Of each maker, p(made) of pictures that were not learned from. */
  readonly made: Readonly<Record<string, Float64Array>>;
  /** The same of real ones. */
  readonly real: Float64Array;
  /** Above this a picture counts as made. */
  readonly limit: number;
}

type Makers = Readonly<Record<string, ByteImages>>;

/** Half of the real pictures and two thirds of the maker's are learned from. */
export function triedDetector(real: ByteImages, makers: Makers, trial: DetectorTrial): Tried {
  const random = new Random(trial.seed);
  const ofReal = parted(real, 1 / 2, random.fork("real"));
  const own = parted(makers[trial.learned]!, 2 / 3, random.fork("made"));
  const {probabilities} = detector(textures(ofReal.learned), textures(own.learned));
  const heldOut = probabilities(textures(ofReal.heldOut));
  const sorted = heldOut.toSorted();
  const made = Object.entries(makers).map(([name, images]) => {
    const shown = name === trial.learned ? own.heldOut : images;
    return [name, probabilities(textures(shown))] as const;
  });
  return {
    made: Object.fromEntries(made),
    real: heldOut,
    limit: sorted[Math.floor((1 - trial.falseAlarms) * (sorted.length - 1))]!,
  };
}

function parted(images: ByteImages, share: number, random: Random) {
  const order = random.permutation(images.shape[0]);
  const count = Math.round(share * order.length);
  return {
    learned: pick(images, order.subarray(0, count)),
    heldOut: pick(images, order.subarray(count)),
  };
}
