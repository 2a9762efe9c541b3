/** The kernels of the WebGPU back end: one file each. */
import type {Kernel} from "../kernel.js";
import {activationGradients} from "./activation-gradients.js";
import {activations} from "./activations.js";
import {arithmetic} from "./arithmetic.js";
import {attention} from "./attention.js";
import {batchNorm} from "./batch-norm.js";
import {fusedBatchNormGrad} from "./fused-batch-norm-grad.js";
import {groupNorm} from "./group-norm.js";
import {losses} from "./losses.js";
import {maxPoolGrad} from "./max-pool-grad.js";
import {modulatedNorm} from "./modulated-norm.js";
import {optimisers} from "./optimisers.js";
import {randomNormal} from "./random-normal.js";
import {reductions} from "./reductions.js";

export {submitLessOften} from "./submits.js";

export const webgpuKernels: readonly Kernel[] = [
  ...optimisers,
  ...activationGradients,
  ...activations,
  ...reductions,
  ...arithmetic,
  ...batchNorm,
  fusedBatchNormGrad,
  ...groupNorm,
  ...modulatedNorm,
  ...attention,
  ...losses,
  maxPoolGrad,
  randomNormal,
];
