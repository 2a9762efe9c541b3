/** Kernels put together from TF.js's own, for the wasm back end where the compiled ones cannot run. */
import type {Kernel} from "../kernel.js";
import {conv2dBackpropFilter} from "./conv2d-backprop-filter.js";

export const composedKernels: readonly Kernel[] = [conv2dBackpropFilter];
