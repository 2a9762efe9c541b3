import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "absolute-differences",
    expect: "k-means adds up their squares",
    replace: [["(value - b[i]!) ** 2", "Math.abs(value - b[i]!)"]],
  },
  {
    name: "all-points-counted",
    expect: "divide by the number of all points",
    replace: [["/ own.length", "/ points.length"]],
  },
  {
    name: "empty-dropped",
    expect: "is dropped, so that the others",
    replace: [
      [
        `return means.map((mean, j) => {
    const own = points.filter((_, i) => clusters[i] === j);
    if (own.length === 0) return mean;
    return mean.map((_, a) => sum(own.map((point) => point[a]!)) / own.length);`,
        `return means.flatMap((mean, j) => {
    const own = points.filter((_, i) => clusters[i] === j);
    if (own.length === 0) return [];
    return [mean.map((_, a) => sum(own.map((point) => point[a]!)) / own.length)];`,
      ],
    ],
  },
  {
    name: "empty-nan",
    expect: "0 / 0, which is NaN",
    replace: [
      [
        `if (own.length === 0) return mean;
    return`,
        "return",
      ],
    ],
  },
  {
    name: "empty-zero",
    expect: "is sent to 0",
    replace: [
      [
        `if (own.length === 0) return mean;
    return mean.map((_, a) => sum(own.map((point) => point[a]!)) / own.length)`,
        "return mean.map((_, a) => sum(own.map((point) => point[a]!)) / Math.max(1, own.length))",
      ],
    ],
  },
  {
    name: "farthest",
    expect: "these are the farthest means",
    replace: [
      [
        "return distances.indexOf(Math.min(...distances))",
        "return distances.indexOf(Math.max(...distances))",
      ],
    ],
  },
  {
    name: "first-number-only",
    expect: "only the first number of each point",
    replace: [["sum(a.map((value, i) => (value - b[i]!) ** 2))", "(a[0]! - b[0]!) ** 2"]],
  },
  {
    name: "from-one",
    expect: "indices begin at 0",
    replace: [["(Math.min(...distances));", "(Math.min(...distances)) + 1;"]],
  },
  {
    name: "last-of-equals",
    expect: "compare with <, not <=",
    replace: [
      [
        "return distances.indexOf(Math.min(...distances))",
        "return distances.lastIndexOf(Math.min(...distances))",
      ],
    ],
  },
  {
    name: "no-square",
    expect: "differences of both signs cancel",
    replace: [["(value - b[i]!) ** 2", "value - b[i]!"]],
  },
  {
    name: "old-mean-counted",
    expect: "the old mean is counted as one more point",
    replace: [
      [
        "(_, a) => sum(own.map((point) => point[a]!)) / own.length",
        "(old, a) => (sum(own.map((point) => point[a]!)) + old) / (own.length + 1)",
      ],
    ],
  },
  {
    name: "sum-not-mean",
    expect: "this is the sum of the points",
    replace: [
      [
        "((_, a) => sum(own.map((point) => point[a]!)) / own.length);",
        "((_, a) => sum(own.map((point) => point[a]!)));",
      ],
    ],
  },
  {
    name: "whole-numbers",
    expect: "the means are rounded",
    replace: [
      [
        "sum(own.map((point) => point[a]!)) / own.length",
        "Math.floor(sum(own.map((point) => point[a]!)) / own.length)",
      ],
    ],
  },
  {
    name: "wrong-way-round",
    expect: "one index for each point",
    replace: [
      [
        `return points.map((point) => {
    const distances = means.map((mean) => squaredDistance(point, mean));`,
        `return means.map((mean) => {
    const distances = points.map((point) => squaredDistance(point, mean));`,
      ],
    ],
  },
  {
    name: "median",
    expect: "this is the median",
    replace: [
      [
        "sum(own.map((point) => point[a]!)) / own.length",
        "own.map((point) => point[a]!).sort((x, y) => x - y)[own.length >> 1]!",
      ],
    ],
  },
];
