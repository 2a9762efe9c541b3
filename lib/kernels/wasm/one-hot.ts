/**
 * One-hot vectors of 32-bit floats, indices [..] -> [.., depth]. TF.js's own kernel writes the bits of whole numbers into them,
 * 1.4e-45 where 1 is meant; whole numbers themselves are left to it.
 */
import * as tf from "@tensorflow/tfjs-core";
import {wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly indices: tf.TensorInfo;
}

interface Attributes {
  readonly dtype: tf.DataType;
  readonly depth: number;
  readonly onValue: number;
  readonly offValue: number;
}

export const oneHot = wasmKernel<Inputs, Attributes>(
  "OneHot",
  (heap, {inputs: {indices}, attrs: {dtype, depth, onValue, offValue}}) => {
    if (dtype !== "float32" || indices.dtype !== "int32") return undefined;
    const places = heap.ints(heap.at(indices), tf.util.sizeFromShape(indices.shape));
    const values = new Float32Array(places.length * depth).fill(offValue);
    for (const [row, place] of places.entries())
      if (place >= 0 && place < depth) values[row * depth + place] = onValue;
    const y = heap.output([...indices.shape, depth]);
    heap.writeFloats(heap.at(y), values);
    return y;
  },
);
