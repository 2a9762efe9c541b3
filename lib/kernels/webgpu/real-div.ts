/** Quotients of small tensors that were never on the device are computed where they are, as TF.js does with products and sums. */
import type {WebGPUBackend} from "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import type {Kernel} from "../kernel.js";
import {kernelOf} from "./webgpu-kernel.js";

export const realDiv: Kernel = kernelOf("RealDiv", ({inputs}, kernelBackend) => {
  const [a, b] = [inputs.a!, inputs.b!];
  const backend = kernelBackend as WebGPUBackend;
  if (tf.util.sizeFromShape(b.shape) > 1 || !backend.shouldExecuteOnCPU([a, b])) return undefined;
  if (a.dtype !== "float32" || b.shape.length > a.shape.length) return undefined;
  const values = ({dataId}: tf.TensorInfo) => backend.tensorMap.get(dataId).values as Float32Array;
  const divisor = values(b)[0]!;
  const quotients = Float32Array.from(values(a), (value) => value / divisor);
  return backend.makeTensorInfo(a.shape, "float32", quotients);
});
