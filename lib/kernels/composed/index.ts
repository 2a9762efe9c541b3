/** Kernels put together from TF.js's own, for the wasm back end: where the compiled ones cannot run, and where its own are wrong or missing. */
import type {Kernel} from "../kernel.js";
import {channelsFirst} from "./channels-first.js";
import {complexKernels} from "./complex.js";
import {conv2dBackpropFilter} from "./conv2d-backprop-filter.js";
import {conv3dBackpropFilter, conv3dBackpropInput} from "./conv3d.js";
import {dilation2d, dilation2dBackpropFilter, dilation2dBackpropInput} from "./dilation2d.js";
import {einsum} from "./einsum.js";
import {fusedMatMul, matMul} from "./mat-mul.js";
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
  ...channelsFirst,
  matMul,
  fusedMatMul,
  einsum,
  ...complexKernels,
];
