/** The hidden layers of the generator, from the first to the last. */
export function layers(): Layer[] {
  return [
    {width: 6, activation: "leaky"},
    {width: 6, activation: "leaky"},
  ];
}

interface Layer {
  /** Its neurons. */
  width: number;
  /** What a neuron does with a sum below 0: "leaky" keeps a fifth of it, "relu" makes it 0, "none" leaves it. */
  activation: "leaky" | "relu" | "none";
}
