import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const target = "signalSlope * value + noiseSlope * noise[j]!";
const square = "sum += (said[j]! - target[j]!) ** 2";
const mean = "return sum / said.length";
const guess = "value + (1 - t) * velocity[j]!";
const step = "value + (next - t) * velocity[j]!";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "to-the-noise",
    expect: "this leads from the picture to the noise",
    replace: [[target, "-signalSlope * value - noiseSlope * noise[j]!"]],
  },
  {
    name: "noise-turned",
    expect: "Its slope is negative already",
    replace: [[target, "signalSlope * value - noiseSlope * noise[j]!"]],
  },
  {
    name: "swapped",
    expect: "the two slopes are swapped",
    replace: [[target, "noiseSlope * value + signalSlope * noise[j]!"]],
  },
  {
    name: "straight-only",
    expect: "this holds for the straight path only",
    replace: [[target, "value - noise[j]! + 0 * signalSlope * noiseSlope"]],
  },
  {
    name: "no-noise",
    expect: "the noise is missing",
    replace: [[target, "signalSlope * value + 0 * noiseSlope * noise[j]!"]],
  },
  {name: "sum", expect: "this is the sum", replace: [[mean, "return sum"]]},
  {name: "half", expect: "there is no half", replace: [[mean, "return sum / said.length / 2"]]},
  {
    name: "root",
    expect: "this is the root of the mean",
    replace: [[mean, "return Math.sqrt(sum / said.length)"]],
  },
  {
    name: "sizes",
    expect: "these are the sizes",
    replace: [[square, "sum += Math.abs(said[j]! - target[j]!)"]],
  },
  {
    name: "cancel",
    expect: "differences of unlike sign cancel",
    replace: [[square, "sum += said[j]! - target[j]!"]],
  },
  {
    name: "square-of-the-mean",
    expect: "square each difference, then take the mean",
    replace: [
      [square, "sum += said[j]! - target[j]!"],
      [mean, "return (sum / said.length) ** 2"],
    ],
  },
  {
    name: "time-passed",
    expect: "t is the time that has passed",
    replace: [[guess, "value + t * velocity[j]!"]],
  },
  {
    name: "whole-time",
    expect: "only if it starts at t = 0",
    replace: [[guess, "value + velocity[j]! + 0 * t"]],
  },
  {
    name: "back-to-noise",
    expect: "this goes back to the noise",
    replace: [[guess, "value - t * velocity[j]!"]],
  },
  {
    name: "guess-sign",
    expect: "the velocity leads to the picture, so add it",
    replace: [[guess, "value - (1 - t) * velocity[j]!"]],
  },
  {
    name: "velocity-itself",
    expect: "this is the velocity",
    replace: [[guess, "velocity[j]! + 0 * value * t"]],
  },
  {
    name: "a-moment",
    expect: "next is a moment",
    replace: [[step, "value + (next + 0 * t) * velocity[j]!"]],
  },
  {
    name: "not-t",
    expect: "next - t, not t",
    replace: [[step, "value + (0 * next + t) * velocity[j]!"]],
  },
  {
    name: "back-in-time",
    expect: "this goes back in time",
    replace: [[step, "value + (t - next) * velocity[j]!"]],
  },
  {
    name: "whole-velocity",
    expect: "as if the step lasted from 0 to 1",
    replace: [[step, "value + (1 + 0 * next * t) * velocity[j]!"]],
  },
  {
    name: "to-the-end",
    expect: "Stop at next",
    replace: [[step, "value + (1 + 0 * next - t) * velocity[j]!"]],
  },
  {
    name: "only-how-far",
    expect: "Add where it was",
    replace: [[step, "0 * value + (next - t) * velocity[j]!"]],
  },
];
