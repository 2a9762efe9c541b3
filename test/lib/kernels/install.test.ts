import {expect, test} from "vitest";
import {installKernels} from "../../../lib/kernels/index.js";
import * as tf from "../../../lib/tf.js";
import {startWasm} from "../../wasm.js";

test("installing twice registers nothing anew", async () => {
  await startWasm();
  const kernels = () => tf.getKernelsForBackend("wasm").map(({kernelFunc}) => kernelFunc);
  const gradients = () => ["Relu", "Sum"].map((name) => tf.getGradient(name));
  const before = [...kernels(), ...gradients()];
  await startWasm();
  expect([...kernels(), ...gradients()]).toEqual(before);
});

test("a back end that is imported later gets its kernels at the next call, and others none", async () => {
  expect(tf.getKernelsForBackend("webgpu")).toEqual([]);
  const backendName = "webgpu";
  tf.registerKernel({kernelName: "ReluGrad", backendName, kernelFunc: () => []});
  await installKernels();
  expect(tf.getKernel("SigmoidGrad", backendName)).toBeDefined();
  expect(tf.getKernelsForBackend("cpu")).toEqual([]);
});
