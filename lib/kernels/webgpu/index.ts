/** The kernels of the WebGPU back end: one file each. */
import type {Kernel} from "../kernel.js";
import {optimisers} from "./optimisers.js";

export const webgpuKernels: readonly Kernel[] = [...optimisers];
