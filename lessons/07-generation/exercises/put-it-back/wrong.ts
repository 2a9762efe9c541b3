import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const back = "known[i] === 1 ? t * picture[i]! + (1 - t) * noise[i]! : value";
const move = "value + (next - t) * velocity[i]!";
const put = "return putBack(moved, known, picture, noise, next);";
const strength = "Math.sqrt((1 - t) ** 2 - (left * (1 - next)) ** 2)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "clear",
    expect: "put back without noise",
    replace: [[back, "known[i] === 1 ? picture[i]! + 0 * noise[i]! * t : value"]],
  },
  {
    name: "mask-turned",
    expect: "the missing pixels were put back",
    replace: [[back, "known[i] === 0 ? t * picture[i]! + (1 - t) * noise[i]! : value"]],
  },
  {
    name: "time-turned",
    expect: "t and 1 - t are swapped",
    replace: [[back, "known[i] === 1 ? (1 - t) * picture[i]! + t * noise[i]! : value"]],
  },
  {
    name: "everything",
    expect: "all pixels were put back",
    replace: [[back, "known[i]! >= 0 ? t * picture[i]! + (1 - t) * noise[i]! : value"]],
  },
  {
    name: "noise-on-what-is-there",
    expect: "the known pixels of x itself were noised",
    replace: [[back, "known[i] === 1 ? t * value + (1 - t) * noise[i]! + 0 * picture[i]! : value"]],
  },
  {
    name: "as-it-was-at-t",
    expect: "in the noise of t",
    replace: [[put, "return putBack(moved, known, picture, noise, t);"]],
  },
  {
    name: "not-put-back",
    expect: "the known part was not put back",
    replace: [[put, "return moved;"]],
  },
  {
    name: "put-back-first",
    expect: "put back before the step",
    replace: [
      [
        "x.map((value, i) => value + (next",
        "putBack(x, known, picture, noise, t).map((value, i) => value + (next",
      ],
      [put, "return moved;"],
    ],
  },
  {
    name: "all-the-time",
    expect: "lasts next - t",
    replace: [[move, "value + (next + 0 * t) * velocity[i]!"]],
  },
  {
    name: "whole-noise",
    expect: "the old noise is still in it",
    replace: [[strength, "1 - t"]],
  },
  {
    name: "not-shrunk",
    expect: "the picture is still as strong as at next",
    replace: [["left * value + strength", "value + strength"]],
  },
  {
    name: "plain-difference",
    expect: "squares of strengths add up",
    replace: [[strength, "1 - t - left * (1 - next)"]],
  },
  {
    name: "squared",
    expect: "take the root",
    replace: [[strength, "(1 - t) ** 2 - (left * (1 - next)) ** 2"]],
  },
  {
    name: "turned-ratio",
    expect: "makes it stronger",
    replace: [
      ["const left = t / next", "const left = next / t"],
      [strength, "Math.sqrt(Math.abs((1 - t) ** 2 - (left * (1 - next)) ** 2))"],
    ],
  },
];
