/**
 * A network of a few neurons that answers yes or no, in plain arithmetic: its answer, its loss and the slopes of the loss.
 *
 *   a_0 = x,  s_l = W_l a_(l-1) + b_l,  a_l = f(s_l),  p = 1 / (1 + exp(-s_last)),  loss = -ln of the probability of what is right
 *
 * The slopes go back by the chain rule (Rumelhart, Hinton and Williams, 1986): that of the last sum is p - target. All weights are one
 * list: by layer, by neuron, those of its inputs and then its bias.
 */

export type Activation = "relu" | "tanh" | "none";

export interface SmallNetwork {
  /** Numbers of each layer, from the inputs to the one answer: [2, 2, 1]. */
  readonly sizes: readonly number[];
  /** That of all layers but the last. */
  readonly activation: Activation;
}

export interface Example {
  readonly x: readonly number[];
  /** 1 for yes, 0 for no. */
  readonly target: number;
}

/** A layer's sums and what its neurons make of them. That of the last layer is the probability of yes. */
export interface LayerPass {
  readonly sums: readonly number[];
  readonly outputs: readonly number[];
}

/** Where a weight belongs. */
export interface WeightPlace {
  /** From 1. */
  readonly layer: number;
  readonly neuron: number;
  /** Undefined for the bias. */
  readonly input: number | undefined;
}

const activations: Readonly<Record<Activation, {f(s: number): number; slope(s: number): number}>> =
  {
    relu: {f: (s) => Math.max(0, s), slope: (s) => (s > 0 ? 1 : 0)},
    tanh: {f: Math.tanh, slope: (s) => 1 - Math.tanh(s) ** 2},
    none: {f: (s) => s, slope: () => 1},
  };

/** The places of all weights, in their order. */
export function weightPlaces(sizes: readonly number[]): WeightPlace[] {
  return sizes.slice(1).flatMap((neurons, l) =>
    counted(neurons).flatMap((neuron) =>
      counted(sizes[l]! + 1).map((at) => ({
        layer: l + 1,
        neuron,
        input: at < sizes[l]! ? at : undefined,
      })),
    ),
  );
}

/** What each layer makes of `x`, from the first with weights. */
export function passThrough(
  {sizes, activation}: SmallNetwork,
  weights: readonly number[],
  x: readonly number[],
): LayerPass[] {
  const passes: LayerPass[] = [];
  let inputs = x;
  let first = 0;
  for (let l = 1; l < sizes.length; l++) {
    const f = l === sizes.length - 1 ? sigmoid : activations[activation].f;
    const sums = sumsOf(weights, first, inputs, sizes[l]!);
    const outputs = sums.map(f);
    passes.push({sums, outputs});
    first += sizes[l]! * (inputs.length + 1);
    inputs = outputs;
  }
  return passes;
}

/** The probability of yes, 0 to 1. */
export function answerOf(network: SmallNetwork, weights: readonly number[], x: readonly number[]) {
  return sigmoid(lastSum(network, weights, x));
}

/** The mean loss of the examples. */
export function lossOf(
  network: SmallNetwork,
  weights: readonly number[],
  examples: readonly Example[],
): number {
  let sum = 0;
  for (const {x, target} of examples) sum += crossEntropy(lastSum(network, weights, x), target);
  return sum / examples.length;
}

/** Room for the widest layers. */
const [even, odd] = [new Float64Array(64), new Float64Array(64)];

/** The sum before the answer, with nothing kept on the way: a loss surface asks for tens of thousands of them. */
function lastSum(
  {sizes, activation}: SmallNetwork,
  weights: readonly number[],
  x: readonly number[],
): number {
  const {f} = activations[activation];
  even.set(x);
  let at = 0;
  for (let l = 1; l < sizes.length; l++) {
    const [from, to] = l % 2 === 1 ? [even, odd] : [odd, even];
    const inputs = sizes[l - 1]!;
    for (let neuron = 0; neuron < sizes[l]!; neuron++) {
      let sum = weights[at + inputs]!;
      for (let i = 0; i < inputs; i++) sum += weights[at + i]! * from[i]!;
      at += inputs + 1;
      if (l === sizes.length - 1) return sum;
      to[neuron] = f(sum);
    }
  }
  throw new RangeError(`invalid sizes: ${sizes} (inputs, then at least one layer)`);
}

/** The slope of the mean loss along each weight. */
export function gradientOf(
  network: SmallNetwork,
  weights: readonly number[],
  examples: readonly Example[],
): number[] {
  const gradient = weights.map(() => 0);
  for (const example of examples) addSlopes(gradient, network, weights, example);
  return gradient.map((slope) => slope / examples.length);
}

/** Gradient descent: each weight, less its slope times the rate. */
export function stepDown(
  weights: readonly number[],
  gradient: readonly number[],
  rate: number,
): number[] {
  return weights.map((weight, i) => weight - rate * gradient[i]!);
}

/** -ln of the probability of what is right, from the sum before it: finite for any sum. */
export function crossEntropy(sum: number, target: number): number {
  return Math.max(0, sum) + Math.log1p(Math.exp(-Math.abs(sum))) - target * sum;
}

export function sigmoid(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

function sumsOf(
  weights: readonly number[],
  first: number,
  inputs: readonly number[],
  neurons: number,
): number[] {
  const stride = inputs.length + 1;
  return counted(neurons).map((neuron) => {
    const from = first + neuron * stride;
    return inputs.reduce((sum, x, i) => sum + weights[from + i]! * x, weights[from + stride - 1]!);
  });
}

/** Adds what one example says, from the last layer to the first. */
function addSlopes(
  gradient: number[],
  network: SmallNetwork,
  weights: readonly number[],
  {x, target}: Example,
): void {
  const passes = passThrough(network, weights, x);
  let slopes = [passes.at(-1)!.outputs[0]! - target];
  let end = weights.length;
  for (let l = passes.length - 1; l >= 0; l--) {
    const inputs = l === 0 ? x : passes[l - 1]!.outputs;
    const stride = inputs.length + 1;
    const first = end - slopes.length * stride;
    slopes.forEach((slope, neuron) => {
      const from = first + neuron * stride;
      [...inputs, 1].forEach((value, i) => {
        gradient[from + i]! += slope * value;
      });
    });
    if (l === 0) return;
    const {slope: slopeOf} = activations[network.activation];
    slopes = passes[l - 1]!.sums.map(
      (sum, i) =>
        slopeOf(sum) *
        slopes.reduce((all, slope, n) => all + slope * weights[first + n * stride + i]!, 0),
    );
    end = first;
  }
}

function counted(count: number): number[] {
  return Array.from({length: count}, (_, i) => i);
}
