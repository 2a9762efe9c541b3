/** The sums of a small network in words, with its numbers. */
import {
  type Activation,
  crossEntropy,
  type LayerPass,
  type WeightPlace,
} from "../../lib/descent/small-network.js";

/** "−1.20": two digits, a true minus sign, and no minus before what is rounded to 0. */
export function told(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  const bare = Number(text) === 0 ? text.replace("-", "") : text;
  return bare.replace("-", "−");
}

/** "−4.00 × 0.90 − 2.00 × 0.10 + 0.00 = −3.80": each input's weight times the input, then the bias. */
export function sumText(
  weights: readonly number[],
  inputs: readonly number[],
  sum: number,
): string {
  const terms = weights.map((weight, i) => {
    const sign = i === 0 ? (weight < 0 ? "−" : "") : weight < 0 ? " − " : " + ";
    const size = told(Math.abs(weight));
    return `${sign}${i < inputs.length ? `${size} × ${told(inputs[i]!)}` : size}`;
  });
  return `${terms.join("")} = ${told(sum)}`;
}

const activationWords: Readonly<Record<Activation, (sum: number, output: number) => string>> = {
  relu: (sum, output) => `max(0, ${told(sum)}) = ${told(output)}`,
  tanh: (sum, output) => `tanh ${told(sum)} = ${told(output)}`,
  none: (_, output) => `no activation: ${told(output)}`,
};

export interface FormulaOptions {
  readonly activation: Activation;
  readonly weights: readonly number[];
  readonly places: readonly WeightPlace[];
  readonly passes: readonly LayerPass[];
  readonly picture: readonly number[];
  /** 1 for yes, 0 for no; undefined for a picture without a label. */
  readonly target: number | undefined;
}

export interface FormulaLine {
  readonly name: string;
  readonly text: string;
}

/** A line for each neuron, and those of the answer, the loss and its slope. */
export function formulaLines(options: FormulaOptions): FormulaLine[] {
  const {activation, passes, target} = options;
  const hidden = passes.slice(0, -1).flatMap((pass, l) =>
    pass.sums.map((sum, neuron) => ({
      name: neuronName({layer: l + 1, neuron}, passes.length),
      text: `${neuronSum(options, l, neuron)}; ${activationWords[activation](sum, pass.outputs[neuron]!)}`,
    })),
  );
  const last = passes.at(-1)!;
  const [sum, answer] = [last.sums[0]!, last.outputs[0]!];
  return [
    ...hidden,
    {name: "score", text: neuronSum(options, passes.length - 1, 0)},
    {name: "answer", text: `1 / (1 + exp(${told(-sum)})) = ${told(answer)} for yes`},
    ...lossLines(sum, answer, target),
  ];
}

function lossLines(sum: number, answer: number, target: number | undefined): FormulaLine[] {
  if (target === undefined)
    return [
      {name: "loss", text: "none: nobody has said what is right"},
      {name: "slope", text: "none"},
    ];
  const right = target === 1 ? answer : 1 - answer;
  return [
    {
      name: "loss",
      text: `−ln ${told(right)} = ${told(crossEntropy(sum, target))}, for ${target === 1 ? "yes" : "no"} is right`,
    },
    {
      name: "slope",
      text: `${told(answer)} − ${target} = ${told(answer - target)}, of the loss along the score`,
    },
  ];
}

function neuronSum(
  {weights, places, passes, picture}: FormulaOptions,
  l: number,
  neuron: number,
): string {
  const own = weights.filter((_, i) => places[i]!.layer === l + 1 && places[i]!.neuron === neuron);
  const inputs = l === 0 ? picture : passes[l - 1]!.outputs;
  return sumText(own, inputs, passes[l]!.sums[neuron]!);
}

/** "layer 1, neuron 2"; the only one of the last layer answers. */
export function neuronName(
  {layer, neuron}: Pick<WeightPlace, "layer" | "neuron">,
  layers: number,
): string {
  if (layers === 1) return "the neuron";
  return layer === layers ? `layer ${layer}, the answer` : `layer ${layer}, neuron ${neuron + 1}`;
}

/** "left weight", "layer 2, the answer: bias". */
export function weightName(place: WeightPlace, layers: number): string {
  const of = inputName(place);
  return layers === 1 ? of : `${neuronName(place, layers)}: ${of}`;
}

/** "left weight" in the first layer, "weight 1" in later ones, "bias". */
export function inputName({layer, input}: WeightPlace): string {
  if (input === undefined) return "bias";
  return layer === 1 ? `${input === 0 ? "left" : "right"} weight` : `weight ${input + 1}`;
}

/** "left weight: −4.00 − 1 × (−0.41) = −3.59.": what the next step does to a weight. */
export function nextText(
  name: string,
  weight: number,
  rate: number,
  slope: number,
  after: number,
): string {
  const along = slope < 0 ? `(${told(slope, 3)})` : told(slope, 3);
  return `${name[0]!.toUpperCase()}${name.slice(1)}: ${told(weight)} − ${rate} × ${along} = ${told(after)}.`;
}
