/** Parts of samples and samples put together: pictures, features and probabilities keep each other's company. */
import {pick} from "../image.js";
import type {FeatureSpace, Sample} from "./metric.js";

type Widths = Pick<FeatureSpace, "size" | "classes">;

/** The pictures at `indices`, in that order. */
export function picked(
  {pictures, features, probabilities}: Sample,
  indices: ArrayLike<number>,
  {size, classes}: Widths,
): Sample {
  return {
    pictures: pick(pictures, indices),
    features: rowsAt(features, indices, size),
    probabilities:
      probabilities.length === 0 ? probabilities : rowsAt(probabilities, indices, classes),
  };
}

/** The pictures of `a`, then those of `b`. */
export function joined(a: Sample, b: Sample): Sample {
  const [n, h, w, c] = a.pictures.shape;
  const data = new Uint8Array(a.pictures.data.length + b.pictures.data.length);
  data.set(a.pictures.data);
  data.set(b.pictures.data, a.pictures.data.length);
  return {
    pictures: {data, shape: [n + b.pictures.shape[0], h, w, c]},
    features: appended(a.features, b.features),
    probabilities: appended(a.probabilities, b.probabilities),
  };
}

/** Rows of `size` at `indices`. */
export function rowsAt(rows: Float32Array, indices: ArrayLike<number>, size: number): Float32Array {
  const chosen = new Float32Array(indices.length * size);
  for (let i = 0; i < indices.length; i++)
    chosen.set(rows.subarray(indices[i]! * size, (indices[i]! + 1) * size), i * size);
  return chosen;
}

function appended(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
