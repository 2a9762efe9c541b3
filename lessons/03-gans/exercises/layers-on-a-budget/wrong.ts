import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const layers = `[
    {width: 6, activation: "leaky"},
    {width: 6, activation: "leaky"},
  ]`;

const answer = (name: string, expect: string, list: string): WrongAnswer => ({
  name,
  expect,
  replace: [[layers, list]],
});

export const wrong = [
  answer("over-the-budget", "Which layer takes most?", '[{width: 24, activation: "leaky"}]'),
  answer(
    "two-of-eight",
    "Which layer takes most?",
    '[{width: 8, activation: "leaky"}, {width: 8, activation: "relu"}]',
  ),
  answer(
    "no-bend",
    "stretch and turn the cloud",
    '[{width: 7, activation: "none"}, {width: 7, activation: "none"}]',
  ),
  answer("no-layer", "stretch and turn the cloud", "[]"),
  answer("too-narrow", "spend the weights on two", '[{width: 6, activation: "leaky"}]'),
  answer(
    "bottleneck",
    "all that comes later must pass through it",
    '[{width: 8, activation: "leaky"}, {width: 1, activation: "leaky"}, {width: 8, activation: "leaky"}]',
  ),
  answer("half-a-neuron", "a whole number of neurons", '[{width: 6.5, activation: "leaky"}]'),
  answer(
    "other-activation",
    "take leaky, relu or none",
    '[{width: 6, activation: "tanh" as "leaky"}]',
  ),
];
