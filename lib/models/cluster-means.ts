/**
 * The clusters of pictures in an order that does not depend on chance: by the ink of their mean pictures, the lightest first.
 *
 *     m_j = mean{x_i : c(i) = j},   renamed so that Σ_pixels m_0 <= Σ_pixels m_1 <= ...
 *
 * So a cluster keeps its name while training moves a few pictures in and out of it.
 */
import {type ByteImages, imageSize} from "../image.js";

export interface PictureClusters {
  /** [n], with the new names. */
  readonly assignments: Uint8Array;
  /** Mean pictures by cluster, [k, h, w, c]; an empty cluster comes last and is black. */
  readonly means: ByteImages;
}

/** Orders the clusters of `images` [n, h, w, c], given by `assignments` [n], 0 … clusters-1. */
export function clusterMeans(
  {data, shape}: ByteImages,
  assignments: Uint8Array,
  clusters: number,
): PictureClusters {
  const [, h, w, c] = shape;
  const size = imageSize(shape);
  const sums = new Float64Array(clusters * size);
  const counts = new Uint32Array(clusters);
  for (const [i, j] of assignments.entries()) {
    counts[j]!++;
    for (let a = 0; a < size; a++) sums[j * size + a]! += data[i * size + a]!;
  }
  const means = Array.from(counts, (count, j) =>
    sums.subarray(j * size, (j + 1) * size).map((sum) => (count === 0 ? 0 : sum / count)),
  );
  const ink = means.map((mean, j) =>
    counts[j] === 0 ? Number.POSITIVE_INFINITY : mean.reduce((sum, value) => sum + value, 0),
  );
  const order = [...ink.keys()].sort((a, b) => (ink[a] === ink[b] ? a - b : ink[a]! - ink[b]!));
  const result = new Uint8Array(clusters * size);
  for (const [place, j] of order.entries()) result.set(means[j]!.map(Math.round), place * size);
  return {
    assignments: assignments.map((j) => order.indexOf(j)),
    means: {data: result, shape: [clusters, h, w, c]},
  };
}
