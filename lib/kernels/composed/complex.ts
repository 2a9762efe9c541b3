/**
 * Complex numbers on TF.js's wasm back end, which has none (4.22): real and imaginary part of each value side by side in its memory. With them go Fourier
 * transforms, sums, products, absolute values and whatever only moves values. From the first one on, every other kernel refuses them by name.
 */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {fourierTransform} from "./fourier-transform.js";

/** The wasm back end, as far as complex numbers need it. */
interface Backend {
  readonly wasm: {readonly HEAPU8: Uint8Array};
  readonly dataIdMap: {
    get(id: tf.DataId): {
      readonly memoryOffset: number;
      readonly dtype: tf.DataType;
      readonly shape: number[];
    };
  };
  makeOutput(
    shape: number[],
    dtype: tf.DataType,
    offset: undefined,
    values: Float32Array,
  ): tf.TensorInfo;
  readSync(id: tf.DataId, start?: number, end?: number): tf.TypedArray;
}

type Args = Parameters<tf.KernelFunc>[0];
type Compute = (inputs: Inputs, args: Args) => tf.Tensor | tf.Tensor[];
type Inputs = Readonly<Record<string, tf.Tensor>>;

export const complexKernels: readonly Kernel[] = [
  kernel("Complex", ({real, imag}, args) => {
    begin(args.backend as unknown as Backend);
    return joined(args, real!.shape, real!.dataSync(), imag!.dataSync());
  }),
  kernel("Real", ({input}, args) => part(input!, 0, args)),
  kernel("Imag", ({input}, args) => part(input!, 1, args)),
  kernel("FFT", ({input}, args) => transformedRows(input!, false, args)),
  kernel("IFFT", ({input}, args) => transformedRows(input!, true, args)),
  kernel("ComplexAbs", ({x}, args) => sizes(x!, args)),
];

function kernel(
  name: string,
  compute: (inputs: Inputs, args: Args) => ReturnType<tf.KernelFunc>,
): Kernel {
  return {name, make: () => (args) => compute(args.inputs as unknown as Inputs, args)};
}

/** They only move values, or add them: the same is done to both parts. */
const partByPart = [
  ...["Identity", "Add", "Sub", "Neg", "Sum"],
  ...["Concat", "Pack", "Unpack", "Slice", "StridedSlice", "SplitV", "GatherV2"],
  ...["Transpose", "Reverse", "Tile", "PadV2"],
];

/** What other kernels do where complex numbers come in. */
const forComplex: Readonly<Record<string, Compute>> = {
  ...Object.fromEntries(partByPart.map((name) => [name, byParts(name)])),
  Multiply: ({a, b}) => product(a!, b!),
  OnesLike: ({x}) => tf.complex(tf.ones(x!.shape), tf.zeros(x!.shape)),
  ZerosLike: ({x}) => tf.complex(tf.zeros(x!.shape), tf.zeros(x!.shape)),
  Cast: ({x}, {attrs}) => converted(x!, (attrs as unknown as {readonly dtype: tf.DataType}).dtype),
};

/** These know of them, or never look at a value. */
const asTheyAre = [...complexKernels.map(({name}) => name), "Reshape"];

const begun = new WeakSet<Backend>();
let areOthersTold = false;

/** Before the first complex number on a back end. */
function begin(backend: Backend): void {
  if (begun.has(backend)) return;
  begun.add(backend);
  const readOthers = backend.readSync.bind(backend);
  backend.readSync = (id, start = 0, end) =>
    backend.dataIdMap.get(id).dtype === "complex64"
      ? valuesOf(backend, id).slice(2 * start, end === undefined ? undefined : 2 * end)
      : readOthers(id, start, end);
  if (areOthersTold) return;
  areOthersTold = true;
  for (const config of tf.getKernelsForBackend("wasm"))
    if (!asTheyAre.includes(config.kernelName)) tellOf(config);
}

/** The kernel is as it was, but for complex numbers. */
function tellOf({kernelName, kernelFunc, ...others}: tf.KernelConfig): void {
  const compute = forComplex[kernelName] ?? refusal(kernelName);
  tf.unregisterKernel(kernelName, "wasm");
  tf.registerKernel({
    ...others,
    kernelName,
    kernelFunc: (args) => {
      const inputs = args.inputs as unknown as Inputs;
      const isConcerned = makesComplex(args) || Object.values(inputs).some(isComplex);
      return isConcerned ? tf.tidy(() => compute(inputs, args)) : kernelFunc(args);
    },
  });
}

function makesComplex({attrs}: Args): boolean {
  return (attrs as {readonly dtype?: unknown} | undefined)?.dtype === "complex64";
}

const isComplex = (tensor: tf.TensorInfo | undefined) => tensor?.dtype === "complex64";

function refusal(name: string): Compute {
  return () => {
    throw new Error(
      `unsupported on wasm: ${name} of complex numbers (of tf.real(x) and tf.imag(x), one by one)`,
    );
  };
}

function byParts(name: string): Compute {
  return (inputs, {attrs}) => {
    const run = (partOf: (x: tf.Tensor) => tf.Tensor) => {
      const parts = Object.entries(inputs).map(
        ([key, x]) => [key, isComplex(x) ? partOf(x) : x] as const,
      );
      // Kernels of any number of tensors take them as a list.
      const list = Array.isArray(inputs) && parts.map(([, x]) => x);
      const taken = (list || Object.fromEntries(parts)) as tf.NamedTensorMap;
      return tf.engine().runKernel(name, taken, attrs as tf.NamedAttrMap);
    };
    const [real, imag] = [run(tf.real), run(tf.imag)];
    if (!Array.isArray(real)) return tf.complex(real, imag as tf.Tensor);
    return real.map((each, i) => tf.complex(each, (imag as tf.Tensor[])[i]!));
  };
}

function product(x: tf.Tensor, y: tf.Tensor): tf.Tensor {
  const [a, b, c, d] = [tf.real(x), tf.imag(x), tf.real(y), tf.imag(y)];
  return tf.complex(tf.sub(tf.mul(a, c), tf.mul(b, d)), tf.add(tf.mul(a, d), tf.mul(b, c)));
}

/** As TF.js does it elsewhere, what is imaginary is left out where there is no room for it. */
function converted(x: tf.Tensor, dtype: tf.DataType): tf.Tensor {
  if (dtype !== "complex64") return tf.cast(tf.real(x), dtype);
  if (isComplex(x)) return tf.clone(x);
  return tf.complex(tf.cast(x, "float32"), tf.zeros(x.shape));
}

function part(x: tf.Tensor, which: 0 | 1, {backend}: Args): tf.TensorInfo {
  if (!isComplex(x)) return which === 0 ? tf.clone(x) : tf.zerosLike(x);
  const both = valuesOf(backend as unknown as Backend, x.dataId);
  const values = Float32Array.from({length: x.size}, (_, i) => both[2 * i + which]!);
  return tf.tensor(values, x.shape);
}

/** Absolute values, of numbers too small for their squares as well. */
function sizes(x: tf.Tensor, {backend}: Args): tf.TensorInfo {
  const both = valuesOf(backend as unknown as Backend, x.dataId);
  const values = Float32Array.from({length: x.size}, (_, i) =>
    Math.hypot(both[2 * i]!, both[2 * i + 1]!),
  );
  return tf.tensor(values, x.shape);
}

/** The transform of each row, along the last axis. */
function transformedRows(x: tf.Tensor, isInverse: boolean, args: Args): tf.TensorInfo {
  const both = valuesOf(args.backend as unknown as Backend, x.dataId);
  const n = x.shape.at(-1)!;
  const [real, imag] = [new Float32Array(x.size), new Float32Array(x.size)];
  for (let from = 0; from < x.size; from += n) {
    const row = (which: 0 | 1) =>
      Float64Array.from({length: n}, (_, i) => both[2 * (from + i) + which]!);
    const y = fourierTransform({real: row(0), imag: row(1)}, isInverse);
    real.set(y.real, from);
    imag.set(y.imag, from);
  }
  return joined(args, x.shape, real, imag);
}

function joined(
  {backend}: Args,
  shape: number[],
  real: ArrayLike<number>,
  imag: ArrayLike<number>,
): tf.TensorInfo {
  const values = new Float32Array(2 * real.length);
  for (let i = 0; i < real.length; i++) {
    values[2 * i] = real[i]!;
    values[2 * i + 1] = imag[i]!;
  }
  return (backend as unknown as Backend).makeOutput(shape, "complex64", undefined, values);
}

/** Real, imaginary, real, …, where they lie: until the memory grows. */
function valuesOf({wasm, dataIdMap}: Backend, id: tf.DataId): Float32Array {
  const {memoryOffset, shape} = dataIdMap.get(id);
  return new Float32Array(wasm.HEAPU8.buffer, memoryOffset, 2 * tf.util.sizeFromShape(shape));
}
