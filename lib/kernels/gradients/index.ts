/** Gradients that become one kernel where the back end has it: one file each. */
import {activationGradients} from "./activations.js";
import type {FusedGradient} from "./fused-gradient.js";
import {reductionGradients} from "./reductions.js";

export const fusedGradients: readonly FusedGradient[] = [
  ...activationGradients,
  ...reductionGradients,
];
