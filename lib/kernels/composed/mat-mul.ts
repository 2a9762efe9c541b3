/**
 * Products of matrices [.., m, k] · [.., k, n] -> [.., m, n], either argument transposed, where TF.js's wasm back end (4.22) has them wrong or not at all.
 * Of whole numbers it has none: here they are, and as everywhere with 32 bits, what is too large wraps around. Of floats it keeps b packed by the
 * number of its values, and takes that for b when the same values come again in another shape.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";

interface Inputs {
  readonly a: tf.Tensor;
  readonly b: tf.Tensor;
  readonly bias?: tf.Tensor;
}

interface Attributes {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly activation?: string;
}

/** The wasm back end, as far as it keeps things packed. */
interface Backend {
  readonly dataIdMap: {get(id: tf.DataId): {readonly id: number; readonly memoryOffset: number}};
  readonly wasm: {
    readonly tfjs: {
      registerTensor(id: number, size: number, pointer: number): void;
      disposeData(id: number): void;
    };
  };
}

export const matMul = mending("BatchMatMul", product);

export const fusedMatMul = mending("_FusedMatMul", (inputs, attributes) => {
  const {activation = "linear"} = attributes;
  if (activation !== "linear" && activation !== "relu")
    throw new Error(`unsupported activation: ${activation} of int32 numbers (linear or relu)`);
  const plain = product(inputs, attributes);
  const y = inputs.bias ? tf.add(plain, inputs.bias) : plain;
  return activation === "relu" ? tf.maximum(y, tf.scalar(0, "int32")) : y;
});

function mending(
  name: string,
  ofInts: (inputs: Inputs, attributes: Attributes) => tf.Tensor,
): Kernel {
  return {
    name,
    make: (stock) => (args) => {
      const inputs = args.inputs as unknown as Inputs;
      if (inputs.a.dtype === "int32" && inputs.b.dtype === "int32")
        return tf.tidy(() => ofInts(inputs, args.attrs as unknown as Attributes));
      unpack(inputs.b, args.backend as unknown as Backend);
      return stock!(args);
    },
  };
}

/** The shape in which values were last taken for b. */
const shapes = new WeakMap<tf.DataId, string>();

/** Under the same number as if new, values are packed again. */
function unpack({dataId, shape}: tf.TensorInfo, {dataIdMap, wasm}: Backend): void {
  const before = shapes.get(dataId);
  const now = String(shape);
  if (before === now) return;
  shapes.set(dataId, now);
  if (before === undefined) return;
  const {id, memoryOffset} = dataIdMap.get(dataId);
  wasm.tfjs.disposeData(id);
  wasm.tfjs.registerTensor(id, tf.util.sizeFromShape(shape), memoryOffset);
}

function product({a, b}: Inputs, {transposeA, transposeB}: Attributes): tf.Tensor {
  const [left, right] = [matricesOf(a, transposeA), matricesOf(b, transposeB)];
  const outer = tf.broadcast_util.assertAndGetBroadcastShape(left.outer, right.outer);
  const [m, k, n] = [left.rows, left.columns, right.columns];
  const y = new Int32Array(tf.util.sizeFromShape(outer) * m * n);
  for (let i = 0; i < y.length; i++) {
    const place = Math.floor(i / (m * n));
    const [row, column] = [Math.floor(i / n) % m, i % n];
    const from = left.at(place, outer) + row * left.steps[0];
    const over = right.at(place, outer) + column * right.steps[1];
    let sum = 0;
    for (let j = 0; j < k; j++)
      sum += Math.imul(
        left.values[from + j * left.steps[1]]!,
        right.values[over + j * right.steps[0]]!,
      );
    y[i] = sum; // of 2^21 products it is still exact before it wraps
  }
  return tf.tensor(y, [...outer, m, n], "int32");
}

/** The matrices of a tensor: how many rows and columns, the steps from one to the next, and where the one for a place of the product begins. */
function matricesOf(tensor: tf.Tensor, isTransposed: boolean) {
  const [height, width] = tensor.shape.slice(-2) as [number, number];
  const outer = tensor.shape.slice(0, -2);
  const [rows, columns] = isTransposed ? [width, height] : [height, width];
  const steps = isTransposed ? ([1, width] as const) : ([width, 1] as const);
  const at = (place: number, all: readonly number[]) =>
    height * width * broadcastPlace(place, all, outer);
  return {values: tensor.dataSync<"int32">(), outer, rows, columns, steps, at};
}

/** The place in `shape` of what is at `place` in `all`, which it was broadcast to. */
function broadcastPlace(place: number, all: readonly number[], shape: readonly number[]): number {
  let [left, at, step] = [place, 0, 1];
  for (let axis = 1; axis <= shape.length; axis++) {
    const [side, own] = [all.at(-axis)!, shape.at(-axis)!];
    if (own !== 1) at += step * (left % side);
    step *= own;
    left = Math.floor(left / side);
  }
  return at;
}
