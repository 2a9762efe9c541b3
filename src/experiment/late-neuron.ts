import {lateFigure} from "./late-figure.js";

/** One neuron or a few, in the reader's hand. */
export function lateNeuron(): HTMLElement {
  return lateFigure("neuron", async () => {
    const {oneNeuron} = await import("../figures/neuron/one-neuron.js");
    return oneNeuron({label: "a small network, and the loss under its weights"});
  });
}
