/**
 * A picture with the colours of another: the straight map of colours that gives them the other’s mean and covariance, and moves them as little as
 * can be (Pitié & Kokaram: The linear Monge-Kantorovitch linear colour mapping for example-based colour transfer, 2007, section 4).
 *
 *     y = T (x - μ_x) + μ_s,      T = A^-½ (A^½ B A^½)^½ A^-½,      A and B the covariances of colours, [3, 3]
 *
 * It changes no edge and adds no stroke, so it is what a transfer of style has to beat. Pictures are [1, h, w, 3] in [-1, 1]; what leaves this range
 * is cut off.
 */
import type {Images} from "../../lib/image.js";
import {featureStatistics, positiveRoot, product} from "../../lib/metrics/frechet-distance.js";
import {mapEigen, symmetricEigen} from "../../lib/metrics/symmetric-eigen.js";

const channels = 3;
/** Variance of colours below which there is nothing to stretch: in a picture of one colour. */
const least = 1e-9;

export function recoloured(content: Images, style: Images): Images {
  const [from, to] = [content, style].map(({data}) => featureStatistics(data, channels));
  const map = colourMap(from!.covariance, to!.covariance);
  const data = content.data.map((_, at) => {
    const k = at % channels;
    let value = to!.mean[k]!;
    for (let i = 0; i < channels; i++)
      value += map[k * channels + i]! * (content.data[at - k + i]! - from!.mean[i]!);
    return Math.max(-1, Math.min(1, value));
  });
  return {data, shape: content.shape};
}

/** T, symmetric. */
function colourMap(a: Float64Array, b: Float64Array): Float64Array {
  const eigen = symmetricEigen(a, channels);
  const root = mapEigen(eigen, positiveRoot);
  const inverse = mapEigen(eigen, (value) => (value > least ? 1 / Math.sqrt(value) : 0));
  const inner = symmetricEigen(between(root, b), channels);
  return between(inverse, mapEigen(inner, positiveRoot));
}

/** M N M */
function between(m: Float64Array, n: Float64Array): Float64Array {
  return product(product(m, n, channels), m, channels);
}
