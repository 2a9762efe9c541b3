/** Decisions behind the figure of a neuron: its network, where the descent begins, and what it says of where it is. */
import {counted, formatCount} from "../../controls/format.js";
import type {HandDescent} from "../../lib/descent/hand-descent.js";
import {type SmallNetwork, weightPlaces} from "../../lib/descent/small-network.js";
import {twoPixelTasks} from "../../lib/descent/two-pixels.js";
import type {defaultParams} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import type {neuronDials} from "./neuron-dials.js";
import {told} from "./neuron-text.js";

export type NeuronDials = ReturnType<typeof defaultParams<typeof neuronDials>>;

const sizesOf = {"1": [2, 1], "2": [2, 2, 1], "3": [2, 2, 2, 1]} as const;
/** The start of one neuron: high on its loss surface. */
const oneNeuronStart = [-4, -2, 0];
/** A draw from which two and three layers learn with both activations but for one; others are a press away. */
const firstDraw = 9;

/** Steps after which the machine rests. */
export const mostSteps = 2000;

export function networkOf({layers, activation}: NeuronDials): SmallNetwork {
  return {sizes: sizesOf[layers], activation};
}

export function taskOf(dials: NeuronDials) {
  const {examples} = twoPixelTasks[dials.task];
  return {
    network: networkOf(dials),
    examples,
    perStep: dials.perStep === "all" ? examples.length : 1,
  };
}

/** The weights that a descent begins with: draw 0 is the first. */
export function startWeights(dials: NeuronDials, draw: number): number[] {
  const {sizes} = networkOf(dials);
  if (sizes.length === 2 && draw === 0) return oneNeuronStart;
  const random = new Random(firstDraw + draw);
  return weightPlaces(sizes).map(({input}) => {
    if (input === undefined) return 0;
    return sizes.length === 2 ? random.uniform(-5, 5) : random.normal();
  });
}

/** What is read of a descent. */
type Place = Pick<HandDescent, "task" | "now" | "steps" | "epochs" | "isLost" | "gradient">;

/** Why no step would move anything, or undefined. */
export function restReason(descent: Place): string | undefined {
  if (descent.isLost)
    return "The weights have grown beyond all bounds: each step leaped farther than the last. Try a smaller rate, and new weights.";
  if (descent.steps >= mostSteps) return `${formatCount(mostSteps)} steps: the machine rests.`;
  const {network, examples, perStep} = descent.task;
  if (perStep < examples.length) return undefined;
  if (Math.hypot(...descent.gradient()) > 1e-4) return undefined;
  return `No slope is left: no step from here changes anything.${network.sizes.length > 2 && descent.now.loss > 0.3 ? " And yet the loss is not low. Try new weights." : ""}`;
}

/** "Step 12, epoch 12: loss 0.612." */
export function placeText(descent: Place): string {
  const {steps, epochs, now} = descent;
  const loss = Number.isFinite(now.loss) ? told(now.loss, 3) : "beyond all bounds";
  return `Step ${formatCount(steps)}, ${counted(epochs, "epoch")}: loss ${loss}.`;
}
