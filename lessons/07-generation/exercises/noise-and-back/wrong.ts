import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const there = "t * value + (1 - t) * noise[j]!";
const back = "(value - t * guess[j]!) / (1 - t)";
const exponent = "(least - distance) / (2 * (1 - t) ** 2)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "time-turned",
    expect: "time runs the other way: at 0 all is noise",
    replace: [[there, "(1 - t) * value + t * noise[j]!"]],
  },
  {
    name: "picture-stays",
    expect: "the picture keeps its full strength",
    replace: [[there, "value + (1 - t) * noise[j]!"]],
  },
  {
    name: "noise-stays",
    expect: "the noise keeps its full strength",
    replace: [[there, "t * value + noise[j]!"]],
  },
  {
    name: "roots",
    expect: "these are roots, of another path",
    replace: [[there, "Math.sqrt(t) * value + Math.sqrt(1 - t) * noise[j]!"]],
  },
  {
    name: "noise-off",
    expect: "the noise is taken off",
    replace: [[there, "t * value - (1 - t) * noise[j]!"]],
  },
  {
    name: "weakened",
    expect: "Divide by 1 - t",
    replace: [[back, "value - t * guess[j]!"]],
  },
  {
    name: "whole-guess",
    expect: "the whole guess is taken off",
    replace: [[back, "(value - guess[j]!) / (1 - t)"]],
  },
  {
    name: "noise-time-turned",
    expect: "the share of the noise is 1 - t",
    replace: [[back, "(value - (1 - t) * guess[j]!) / t"]],
  },
  {
    name: "difference",
    expect: "neither of the two amounts is in it",
    replace: [[back, "value - guess[j]! + 0 * t"]],
  },
  {
    name: "noise-sign",
    expect: "it is the noisy picture minus",
    replace: [[back, "(t * guess[j]! - value) / (1 - t)"]],
  },
  {
    name: "all-alike",
    expect: "the mean of all pictures, whatever was seen",
    replace: [[exponent, "0 * (least - distance) * t"]],
  },
  {
    name: "likeliest",
    expect: "this is the likeliest picture",
    replace: [[`Math.exp(${exponent})`, "(distance === least ? 1 : 0)"]],
  },
  {
    name: "no-shares",
    expect: "the weights do not add up to 1",
    replace: [
      ["least - distance", "-distance"],
      ["weights[i]! / total", "weights[i]!"],
    ],
  },
  {
    name: "whole-picture",
    expect: "compared with the whole picture",
    replace: [["(noisy[j]! - t * value) ** 2", "(noisy[j]! - value) ** 2"]],
  },
  {
    name: "no-two",
    expect: "the 2 below the distance is missing",
    replace: [["(2 * (1 - t) ** 2)", "(1 - t) ** 2"]],
  },
  {
    name: "spread-not-squared",
    expect: "the spread of the noise is not squared",
    replace: [["(2 * (1 - t) ** 2)", "(2 * (1 - t))"]],
  },
  {
    name: "measured-by-t",
    expect: "the distance is measured by t",
    replace: [["(2 * (1 - t) ** 2)", "(2 * t ** 2)"]],
  },
  {
    name: "no-spread",
    expect: "the same at all times",
    replace: [["(2 * (1 - t) ** 2)", "2"]],
  },
  {
    name: "far-weighs-more",
    expect: "the farther a picture, the less it weighs",
    replace: [["least - distance", "distance - least"]],
  },
  {
    name: "not-squared",
    expect: "this is the distance itself",
    replace: [["least - distance", "Math.sqrt(least) - Math.sqrt(distance)"]],
  },
  {
    name: "nan",
    expect: "Take the least distance off",
    replace: [["least - distance", "-distance"]],
  },
];
