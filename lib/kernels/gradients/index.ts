/** Gradients that become one kernel where the back end has it: one file each. */
import {activationGradients} from "./activations.js";
import {convolution3x3Gradient} from "./convolution-3x3.js";
import {denseGradient} from "./dense.js";
import {fusedBatchNormGradient} from "./fused-batch-norm.js";
import type {FusedGradient} from "./fused-gradient.js";
import {normalisationGradients} from "./normalisation.js";
import {reductionGradients} from "./reductions.js";
import {squareGradients} from "./squared-difference.js";

export const fusedGradients: readonly FusedGradient[] = [
  ...activationGradients,
  convolution3x3Gradient,
  denseGradient,
  fusedBatchNormGradient,
  ...normalisationGradients,
  ...reductionGradients,
  ...squareGradients,
];
