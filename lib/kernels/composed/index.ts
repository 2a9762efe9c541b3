/** Kernels put together from TF.js's own, for the wasm back end: where the compiled ones cannot run, and where its own are wrong. */
import type {Kernel} from "../kernel.js";
import {conv2dBackpropFilter} from "./conv2d-backprop-filter.js";
import {conv3dBackpropFilter, conv3dBackpropInput} from "./conv3d.js";
import {dilation2d, dilation2dBackpropFilter, dilation2dBackpropInput} from "./dilation2d.js";
import {maxPool3d, maxPool3dGrad} from "./max-pool3d.js";
import {avgPool, maxPool} from "./pool2d.js";

export const composedKernels: readonly Kernel[] = [
  conv2dBackpropFilter,
  conv3dBackpropFilter,
  conv3dBackpropInput,
  dilation2d,
  dilation2dBackpropFilter,
  dilation2dBackpropInput,
  maxPool,
  avgPool,
  maxPool3d,
  maxPool3dGrad,
];
