/**
 * Sums, differences, products and quotients with a number that is not on the device yet: it goes there as a part of the command, where
 * TF.js makes a buffer for it and breaks the pass off to copy it. The number stays on the host, where the gradients need it next.
 */
import type {WebGPUBackend} from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {runProgram} from "./program.js";
import {kernelOf} from "./webgpu-kernel.js";

export const arithmetic: readonly Kernel[] = [
  operation("Add", "+"),
  operation("Sub", "-"),
  operation("Multiply", "*"),
  operation("RealDiv", "/"),
];

function operation(name: string, operator: string): Kernel {
  return kernelOf(name, ({inputs}, kernelBackend) => {
    const [a, b] = [inputs.a!, inputs.b!];
    const backend = kernelBackend as WebGPUBackend;
    if (a.dtype !== "float32" || b.dtype !== "float32") return undefined;
    if (backend.shouldExecuteOnCPU([a, b]))
      return name === "RealDiv" ? hostQuotient(backend, a, b) : undefined;
    const [numberA, numberB] = [hostNumber(backend, a), hostNumber(backend, b)];
    const [x, number] = numberB === undefined ? [b, numberA] : [a, numberB];
    const other = x === a ? b : a;
    if (number === undefined || other.shape.length > x.shape.length) return undefined;
    const terms = x === a ? ["x(i)", "uniforms.number"] : ["uniforms.number", "x(i)"];
    return runProgram(backend, {
      key: `${name} of a number ${x === a}`,
      outputs: [{name: "y", shape: x.shape}],
      inputs: [{name: "x", tensor: x}],
      floats: {number},
      code: `fn main(i: i32) { y[i] = ${terms.join(` ${operator} `)}; }`,
      count: tf.util.sizeFromShape(x.shape),
    })[0];
  });
}

/** The one value of a tensor, where the host has it. */
function hostNumber(backend: WebGPUBackend, {dataId, shape}: tf.TensorInfo): number | undefined {
  if (tf.util.sizeFromShape(shape) > 1) return undefined;
  return (backend.tensorMap.get(dataId).values as Float32Array | null)?.[0];
}

/** TF.js computes all but quotients of small tensors where they are. */
function hostQuotient(
  backend: WebGPUBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
): tf.TensorInfo | undefined {
  const divisor = hostNumber(backend, b);
  if (divisor === undefined || b.shape.length > a.shape.length) return undefined;
  const dividends = backend.tensorMap.get(a.dataId).values as Float32Array;
  return backend.makeTensorInfo(
    a.shape,
    "float32",
    Float32Array.from(dividends, (value) => value / divisor),
  );
}
