import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

const layers = `[
    {width: 6, activation: "leaky"},
    {width: 6, activation: "leaky"},
  ]`;
const mutant = (name: string, list: string, isRight?: string): Mutant => ({
  name,
  replace: [[layers, list]],
  ...(isRight !== undefined && {isRight}),
});
const of = (...widths: readonly (number | string)[]) =>
  `[${widths.map((width) => `{width: ${width}, activation: "leaky"}`).join(", ")}]`;

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("one weight too many", of(20)),
  mutant("wide and shallow", of(33)),
  mutant("the judge's own widths", of(24, 24)),
  mutant("three of six", of(6, 6, 6)),
  mutant("a neuron more", of(8, 8)),
  mutant("seven layers of one", of(1, 1, 1, 1, 1, 1, 1)),
  mutant("a thousand layers", "new Array(1000).fill({width: 1, activation: 'leaky'})"),
  mutant("no neuron", of(0)),
  mutant("no neuron between", of(6, 0, 6)),
  mutant("fewer than none", of(-6)),
  mutant("fewer than none, to make room", of(40, -20)),
  mutant("not a number", of("Number.NaN")),
  mutant("without end", of("Infinity")),
  mutant("a width in words", of("'6' as unknown as number")),
  mutant("no width", "[{activation: 'leaky'} as unknown as Layer]"),
  mutant("no activation", "[{width: 6} as unknown as Layer]"),
  mutant("an activation of every object", "[{width: 6, activation: 'toString' as 'leaky'}]"),
  mutant("widths alone", "[6, 6] as unknown as Layer[]"),
  mutant(
    "an object of layers",
    "({0: {width: 6, activation: 'leaky'}, length: 1}) as unknown as Layer[]",
  ),
  mutant("nothing", "null as unknown as Layer[]"),
  mutant("straight layers", "[{width: 19, activation: 'none'}]"),
  mutant("two neurons", of(2)),
  mutant("layers of two", of(2, 2, 2)),
  mutant("one layer of nineteen", of(19), "another design that makes the ring"),
  mutant("five, then eight", of(5, 8), "another design that makes the ring"),
];
