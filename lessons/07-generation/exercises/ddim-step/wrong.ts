import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const picture = "value + (1 - t) * velocity[i]!";
const noise = "value - t * velocity[i]!";
const ratio = "signal / nextSignal";
const added = "strength ** 2 - ratio ** 2 * nextStrength ** 2";
const spread = "(eta * Math.sqrt(added) * nextStrength) / strength";
const kept = "Math.sqrt(Math.max(0, strength ** 2 - spread ** 2))";
const step = "signal * value + kept * noise[i]! + spread * fresh[i]!";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "swapped",
    expect: "the two are swapped",
    replace: [
      [picture, "value - t * velocity[i]! + 0"],
      [
        "x.map((value, i) => value - t * velocity[i]!),",
        "x.map((value, i) => value + (1 - t) * velocity[i]!),",
      ],
    ],
  },
  {
    name: "times-swapped",
    expect: "the other way round",
    replace: [
      [picture, "value + t * velocity[i]!"],
      [noise, "value - (1 - t) * velocity[i]!"],
    ],
  },
  {
    name: "noise-ahead",
    expect: "the noise lies behind",
    replace: [[noise, "value + t * velocity[i]!"]],
  },
  {
    name: "noise-too-far",
    expect: "it is t, not 1 - t",
    replace: [[noise, "value - (1 - t) * velocity[i]!"]],
  },
  {
    name: "whole-velocity",
    expect: "the whole velocity is added",
    replace: [
      [picture, "value + velocity[i]! + 0 * t"],
      [noise, "value - velocity[i]!"],
    ],
  },
  {
    name: "no-eta",
    expect: "eta is missing",
    replace: [[spread, "(Math.sqrt(added) * nextStrength) / strength + 0 * eta"]],
  },
  {
    name: "squared",
    expect: "this is w²",
    replace: [[spread, "(eta * added * nextStrength) / strength"]],
  },
  {
    name: "no-factor",
    expect: "is still missing",
    replace: [[spread, "eta * Math.sqrt(added)"]],
  },
  {
    name: "factor-turned",
    expect: "the last factor is turned over",
    replace: [[spread, "(eta * Math.sqrt(added) * strength) / nextStrength"]],
  },
  {
    name: "no-ratio",
    expect: "r is missing",
    replace: [[added, "strength ** 2 - nextStrength ** 2 + 0 * ratio"]],
  },
  {
    name: "ratio-turned",
    expect: "r is turned over",
    replace: [
      [ratio, "nextSignal / signal"],
      [added, "Math.abs(strength ** 2 - ratio ** 2 * nextStrength ** 2)"],
    ],
  },
  {
    name: "ratio-once",
    expect: "r comes squared",
    replace: [[added, "strength ** 2 - ratio * nextStrength ** 2"]],
  },
  {name: "on-top", expect: "the fresh one comes on top", replace: [[kept, "strength"]]},
  {
    name: "difference",
    expect: "don’t add, their squares do",
    replace: [[kept, "strength - spread"]],
  },
  {
    name: "no-root",
    expect: "the root is missing",
    replace: [[kept, "strength ** 2 - spread ** 2"]],
  },
  {
    name: "no-fresh",
    expect: "the fresh noise is missing",
    replace: [[step, "signal * value + kept * noise[i]! + 0 * fresh[i]!"]],
  },
  {
    name: "eta-0",
    expect: "without any fresh noise",
    replace: [[step, "signal * value + strength * noise[i]! + 0 * kept * fresh[i]!"]],
  },
  {
    name: "spread-squared",
    expect: "not with its square",
    replace: [[step, "signal * value + kept * noise[i]! + spread ** 2 * fresh[i]!"]],
  },
  {
    name: "full-picture",
    expect: "multiply it by signal",
    replace: [[step, "value + 0 * signal + kept * noise[i]! + spread * fresh[i]!"]],
  },
  {
    name: "noise-twice",
    expect: "the old noise is taken twice",
    replace: [[step, "signal * value + kept * noise[i]! + spread * (noise[i]! + 0 * fresh[i]!)"]],
  },
];
