/**
 * The weights of a network before its first step: those that initial-weights.ts draws by `he`, in plain arrays, to the bit.
 *
 *     w = sqrt(2 / fanIn) · normal        biases 0
 *
 * (He et al., 2015, eq. 10). Kernels are [...window, in, out].
 */
import type {NamedArrays, NdArray} from "../array.js";
import type {Random} from "../random.js";

/** First weights of the names and shapes of `like`, drawn in its order; of its other arrays than kernels and biases none. */
export function firstWeights(like: NamedArrays, random: Random): NamedArrays {
  const first: Record<string, NdArray> = {};
  for (const [name, array] of Object.entries(like))
    if (name.endsWith("/kernel")) first[name] = drawn(array, random);
    else if (name.endsWith("/bias"))
      first[name] = {...array, data: new Float32Array(array.data.length)};
  return first;
}

function drawn({data, shape}: NdArray, random: Random): NdArray {
  const scale = Math.sqrt(2 / (data.length / shape.at(-1)!));
  return {data: random.normals(data.length).map((normal) => scale * normal), shape};
}
