/** Gradients that become one kernel where the back end has it: one file each. */
import type {FusedGradient} from "./fused-gradient.js";

export const fusedGradients: readonly FusedGradient[] = [];
