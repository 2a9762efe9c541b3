import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const error = "small[i]! + detail - truth[k]!";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "the detail alone is compared",
    replace: [[error, "detail - truth[k]!"]],
  },
  {
    name: "without-the-detail",
    expect: "the small pixel alone is compared",
    replace: [[error, "small[i]! - truth[k]! + 0 * detail"]],
  },
  {
    name: "without-the-truth",
    expect: "It is the truth that counts",
    replace: [[error, "detail - small[i]! + 0 * truth[k]!"]],
  },
  {
    name: "small-pixel-twice",
    expect: "is counted twice",
    replace: [[error, "2 * small[i]! + detail - truth[k]!"]],
  },
  {
    name: "turned",
    expect: "go up the slope",
    replace: [[error, "truth[k]! - small[i]! - detail"]],
  },
  {
    name: "sums",
    expect: "take the mean",
    replace: [
      ["(error * tilt) / truth.length", "error * tilt"],
      ["slopeLift += error / truth.length", "slopeLift += error"],
    ],
  },
  {
    name: "does-not-move",
    expect: "don’t move",
    replace: [
      ["edge: edge - 0.5 * slopeEdge", "edge"],
      ["lift: lift - 0.5 * slopeLift", "lift"],
    ],
  },
];
