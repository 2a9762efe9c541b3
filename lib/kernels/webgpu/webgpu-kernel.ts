/** A kernel of the WebGPU back end, made from what computes its outputs. */
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {type Program, runProgram} from "./program.js";

/** A kernel's arguments from TF.js. An input left out by the caller is missing or null. */
export interface Call {
  readonly inputs: Record<string, tf.TensorInfo>;
  readonly attrs: Record<string, unknown>;
}

/**
 * `compute` returns the program that computes the outputs, or undefined for a case left to TF.js's own kernel, as are empty tensors
 * and those that are not real numbers. A kernel that TF.js lacks throws in these cases.
 */
export function webgpuKernel(name: string, compute: (call: Call) => Program | undefined): Kernel {
  return kernelOf(name, (call, backend) => {
    const program = compute(call);
    return program && unlist(runProgram(backend, program));
  });
}

/** The same for a kernel of several programs. */
export function kernelOf(
  name: string,
  compute: (call: Call, backend: tf.KernelBackend) => tf.TensorInfo | tf.TensorInfo[] | undefined,
): Kernel {
  return {
    name,
    make: (stock) => (args) => {
      const call = args as unknown as Call;
      const result = areReal(call) ? compute(call, args.backend as tf.KernelBackend) : undefined;
      if (result) return result;
      if (stock) return stock(args);
      throw new Error(`no ${name} on webgpu for ${described(call)}`);
    },
  };
}

function areReal({inputs}: Call): boolean {
  return given(inputs).every(
    ({dtype, shape}) =>
      dtype !== "complex64" && dtype !== "string" && tf.util.sizeFromShape(shape) > 0,
  );
}

function described({inputs}: Call): string {
  return given(inputs)
    .map(({dtype, shape}) => `${dtype} [${shape}]`)
    .join(", ");
}

function given(inputs: Record<string, tf.TensorInfo | null | undefined>): tf.TensorInfo[] {
  return Object.values(inputs).filter((tensor) => tensor != null);
}

function unlist(outputs: tf.TensorInfo[]): tf.TensorInfo | tf.TensorInfo[] {
  return outputs.length === 1 ? outputs[0]! : outputs;
}
