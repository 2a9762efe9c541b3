/**
 * Convolution by 3 x 3 windows with a border of zeros, and its gradients in one kernel: see assembly/six-point-convolution.ts. Where a value is
 * too large for it, all goes the direct way.
 *
 *   Convolution3x3      x [n, h, w, ci], filter [3, 3, ci, co], bias [co], perhaps rest [n, h, w, co] -> y [n, h, w, co]
 *   Convolution3x3Grad  dy, x, filter -> dx, dfilter, dbias
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {useActivation} from "./epilogue.js";
import type {Heap} from "./heap.js";
import {areFloats, wasmKernel} from "./wasm-kernel.js";

interface Inputs {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
}

type Forward = Inputs & {readonly bias: tf.TensorInfo; readonly rest?: tf.TensorInfo};
type Backward = Inputs & {readonly dy: tf.TensorInfo};

/** Beyond 2^8 in size, or NaN: see assembly/wild.ts. */
const mostBits = 0x43800000;
/** Of convolutions whose window stands at every pixel: strides 1, padding 1. */
const steps = [1, 1] as const;
const padding = [1, 1] as const;
/** As numbered in assembly/broadcast.ts. */
const addition = 0;

export const convolutions3x3: readonly Kernel[] = [
  wasmKernel<Forward>("Convolution3x3", (heap, {inputs: {x, filter, bias, rest}}) => {
    if (!areFloats(x, filter, bias)) return undefined;
    const [n, h, w, ci, co] = sizesOf(x, filter);
    const y = heap.output([n, h, w, co]);
    const [from, others] = [[heap.at(x), n, h, w, ci] as const, [co, heap.at(bias)] as const];
    const more = rest ? heap.at(rest) : 0;
    const isDone =
      isCalm(heap, filter) &&
      heap.inParts("convolveBySix", 9 * n * h * w * ci * co, n, ({first, count}) => {
        const [ahead, behind] = [first * 4 * h * w * ci, first * 4 * h * w * co];
        return [
          ...([heap.at(x) + ahead, count, h, w, ci, heap.at(filter), ...others] as const),
          ...([more && more + behind, heap.at(y) + behind] as const),
        ];
      });
    if (isDone) return y;
    useActivation(heap, {});
    heap.run.convolve(
      ...([...from, heap.at(filter), 3, 3, co, ...steps, ...steps, ...padding] as const),
      ...([heap.at(bias), heap.at(y), h, w] as const),
    );
    const size = n * h * w * co;
    if (more) heap.run.broadcast(addition, heap.at(y), more, 1, 1, size, heap.at(y));
    return y;
  }),
  wasmKernel<Backward>("Convolution3x3Grad", (heap, {inputs: {dy, x, filter}}) => {
    if (!areFloats(dy, x, filter)) return undefined;
    const [n, h, w, ci, co] = sizesOf(x, filter);
    const [dx, dfilter, dbias] = [x.shape, filter.shape, [co]].map((shape) => heap.output(shape));
    const picture = [n, h, w] as const;
    const [to, toFilter, toBias] = [heap.at(dx!), heap.at(dfilter!), heap.at(dbias!)];
    const isDone =
      isCalm(heap, filter) &&
      heap.inParts("gradientsBySix", 9 * n * h * w * ci * co, ci / 4, ({index, of}) => [
        ...([heap.at(x), ...picture, ci, heap.at(dy), heap.at(filter), co] as const),
        ...([to, toFilter, toBias, index, of] as const),
      ]);
    if (isDone) return [dx!, dfilter!, dbias!];
    useActivation(heap, {});
    heap.run.convolveInputGradient(
      ...([heap.at(dy), ...picture, co, heap.at(filter), 3, 3, ci] as const),
      ...([...steps, ...padding, to, h, w] as const),
    );
    heap.run.convolveFilterGradient(
      ...([heap.at(x), ...picture, ci, heap.at(dy), h, w, co, 3, 3] as const),
      ...([...steps, ...padding, toFilter, 0, 1] as const),
    );
    heap.run.sumMiddle(heap.at(dy), 1, n * h * w, co, 1, toBias);
    return [dx!, dfilter!, dbias!];
  }),
];

function sizesOf(
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
): [number, number, number, number, number] {
  return [...(x.shape as [number, number, number, number]), filter.shape[3]!];
}

function isCalm(heap: Heap, filter: tf.TensorInfo): boolean {
  const size = tf.util.sizeFromShape(filter.shape);
  return heap.run.firstWild(heap.at(filter), 1, size, 0, mostBits) === 1;
}
