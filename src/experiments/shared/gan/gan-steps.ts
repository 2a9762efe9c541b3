/** Steps of one of a GAN's networks, for those who want to see what it does by itself. */
import type {StepKind} from "../../../lib/training/experiment.js";

export const ganSteps = {
  discriminator: {text: "D-step", label: "D-step: train only the discriminator for one step"},
  generator: {text: "G-step", label: "G-step: train only the generator for one step"},
} as const satisfies Readonly<Record<string, StepKind>>;

export type GanSteps = keyof typeof ganSteps;
