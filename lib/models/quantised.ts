/**
 * Weights as bytes, for a file a quarter as long: w ≈ scale · (q - 128), q from 1 to 255, with a scale of its own for
 * each output (the last axis), so that a small filter beside a large one loses nothing. The error is at most scale / 2.
 * (Symmetric per-channel weight quantisation: Krishnamoorthi, 2018, sections 2.2 and 3.)
 */
import type {NamedArrays, NdArray} from "../array.js";

const suffix = "/scale";

/** `arrays` with every kernel as bytes and its scales beside it, under its name and `/scale`. */
export function quantise(arrays: NamedArrays): NamedArrays {
  return Object.fromEntries(
    Object.entries(arrays).flatMap(([name, array]) =>
      array.shape.length > 1 ? quantisedEntries(name, array) : [[name, array]],
    ),
  );
}

/** The floats again. Arrays without scales are passed on. */
export function dequantise(arrays: NamedArrays): NamedArrays {
  return Object.fromEntries(
    Object.entries(arrays)
      .filter(([name]) => !name.endsWith(suffix))
      .map(([name, array]) => {
        const scales = arrays[name + suffix];
        return [name, scales ? floats(array, scales) : array];
      }),
  );
}

function quantisedEntries(name: string, {data, shape}: NdArray): [string, NdArray][] {
  const outputs = shape.at(-1)!;
  const scales = new Float32Array(outputs);
  for (let i = 0; i < data.length; i++)
    scales[i % outputs] = Math.max(scales[i % outputs]!, Math.abs(data[i]!) / 127);
  const bytes = Uint8Array.from(data, (w, i) => 128 + Math.round(w / (scales[i % outputs] || 1)));
  return [
    [name, {data: bytes, shape}],
    [name + suffix, {data: scales, shape: [outputs]}],
  ];
}

function floats({data, shape}: NdArray, {data: scales}: NdArray): NdArray {
  const values = Float32Array.from(data, (q, i) => scales[i % scales.length]! * (q - 128));
  return {data: values, shape};
}
