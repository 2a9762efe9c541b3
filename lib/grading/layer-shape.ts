/** A hidden layer as a reader lists it in code, and what its neurons do with a sum below 0. */

/** The slope below 0. */
export const activations = {leaky: 0.2, relu: 0, none: 1} as const;
export type Activation = keyof typeof activations;

export interface LayerShape {
  /** Its neurons. */
  readonly width: number;
  readonly activation: Activation;
}
