import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const product = "kernel[i]![j]! * picture[row + i]![column + j]!";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "turned",
    expect: "turned by half a turn",
    replace: [[product, "kernel.at(-1 - i)!.at(-1 - j)! * picture[row + i]![column + j]!"]],
  },
  {
    name: "no-weights",
    expect: "the weights are missing",
    replace: [[product, "picture[row + i]![column + j]!"]],
  },
  {
    name: "always-the-corner",
    expect: "the number in the corner",
    replace: [["picture[row + i]![column + j]!", "picture[i]![j]!"]],
  },
  {
    name: "a-mean",
    expect: "this is a mean. Add up",
    replace: [["return sum;", "return sum / (kernel.length * kernel[0]!.length);"]],
  },
  {
    name: "as-large-as-the-picture",
    expect: "the kernel hangs over",
    replace: [
      ["picture[row + i]![column + j]!", "(picture[row + i]?.[column + j] ?? 0)"],
      ["picture.length - kernel.length + 1", "picture.length"],
      ["picture[0]!.length - kernel[0]!.length + 1", "picture[0]!.length"],
    ],
  },
  {
    name: "one-too-few",
    expect: "the last row and column are missing",
    replace: [
      ["picture.length - kernel.length + 1", "picture.length - kernel.length"],
      ["picture[0]!.length - kernel[0]!.length + 1", "picture[0]!.length - kernel[0]!.length"],
    ],
  },
  {
    name: "one-long-list",
    expect: "one long list",
    replace: [
      [
        "return Array.from({length: rows}, (_, r) =>\n    Array.from({length: columns}, (_, c) => productSum(picture, kernel, r, c)),\n  );",
        "return Array.from({length: rows}, (_, r) =>\n    Array.from({length: columns}, (_, c) => productSum(picture, kernel, r, c)),\n  ).flat() as unknown as number[][];",
      ],
    ],
  },
  {
    name: "with-relu",
    expect: "no activation here",
    replace: [
      ["=> productSum(picture, kernel, r, c)", "=> Math.max(0, productSum(picture, kernel, r, c))"],
    ],
  },
  {
    name: "mean-of-four",
    expect: "the mean of each four",
    replace: [
      ["Math.max(", "0.25 * [\n"],
      [
        "map[2 * r + 1]![2 * c + 1]!,\n      )",
        "map[2 * r + 1]![2 * c + 1]!,\n      ].reduce((a, b) => a + b, 0)",
      ],
    ],
  },
  {name: "from-0", expect: "Begin with one of them", replace: [["Math.max(", "Math.max(\n0,"]]},
  {
    name: "left-over-kept",
    expect: "Drop it",
    replace: [
      ["Math.floor(map.length / 2)", "Math.ceil(map.length / 2)"],
      ["Math.floor(map[0]!.length / 2)", "Math.ceil(map[0]!.length / 2)"],
      ["Math.max(", "Math.max(...["],
      ["map[2 * r]![2 * c + 1]!", "map[2 * r]![2 * c + 1] ?? -99"],
      ["map[2 * r + 1]![2 * c]!", "map[2 * r + 1]?.[2 * c] ?? -99"],
      ["map[2 * r + 1]![2 * c + 1]!,", "map[2 * r + 1]?.[2 * c + 1] ?? -99]"],
    ],
  },
  {
    name: "overlapping",
    expect: "the windows overlap",
    replace: [
      ["Math.floor(map.length / 2)", "map.length - 1"],
      ["Math.floor(map[0]!.length / 2)", "map[0]!.length - 1"],
      ["map[2 * r]![2 * c]!", "map[r]![c]!"],
      ["map[2 * r]![2 * c + 1]!", "map[r]![c + 1]!"],
      ["map[2 * r + 1]![2 * c]!", "map[r + 1]![c]!"],
      ["map[2 * r + 1]![2 * c + 1]!", "map[r + 1]![c + 1]!"],
    ],
  },
  {
    name: "the-smallest",
    expect: "the smallest of each four",
    replace: [["Math.max(", "Math.min("]],
  },
];
