import type {NamedArrays} from "../array.js";
import {type ByteImages, pick} from "../image.js";

/** Pictures in rows of `columns`, few enough to be offered beside other sheets. */
export interface SmallSheet {
  readonly images: ByteImages;
  readonly columns: number;
  /** Whether they are one surface, without gaps between them. */
  readonly isPlane: boolean;
}

const sampleCount = 20;
const sampleColumns = 5;
/** Every third place of a plane, along each edge. */
const apart = 3;

/** What is shown small of a picture of a run: the first samples, or every third place of a plane. `undefined` where there is neither. */
export function smallSheet({samples, plane}: NamedArrays): SmallSheet | undefined {
  if (samples) return firstSamples(samples as ByteImages);
  return plane && thinned(plane as ByteImages);
}

function firstSamples(samples: ByteImages): SmallSheet {
  const count = Math.min(sampleCount, samples.shape[0]);
  const images = pick(
    samples,
    Array.from({length: count}, (_, i) => i),
  );
  return {images, columns: sampleColumns, isPlane: false};
}

function thinned(plane: ByteImages): SmallSheet {
  const side = Math.sqrt(plane.shape[0]);
  const isShown = (i: number) => i % apart === (apart - 1) / 2;
  const kept = Array.from({length: plane.shape[0]}, (_, i) => i).filter(
    (i) => isShown(i % side) && isShown(Math.floor(i / side)),
  );
  return {images: pick(plane, kept), columns: Math.sqrt(kept.length), isPlane: true};
}
