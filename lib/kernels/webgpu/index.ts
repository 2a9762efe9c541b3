/** The kernels of the WebGPU back end: one file each. */
import type {Kernel} from "../kernel.js";
import {activationGradients} from "./activation-gradients.js";
import {optimisers} from "./optimisers.js";
import {realDiv} from "./real-div.js";
import {reductions} from "./reductions.js";

export const webgpuKernels: readonly Kernel[] = [
  ...optimisers,
  ...activationGradients,
  ...reductions,
  realDiv,
];
