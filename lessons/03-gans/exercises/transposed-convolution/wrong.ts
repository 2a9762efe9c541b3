import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "crop-forgotten",
    expect: "nothing is cut off",
    replace: [
      [
        `(input.length, weights.length, stride, crop);
  const width = outputSize(input[0]!.length, weights.length, stride, crop);`,
        `(input.length, weights.length, stride, 0);
  const width = outputSize(input[0]!.length, weights.length, stride, 0);`,
      ],
      [
        `a - crop;
          const x = j * stride + b - crop`,
        `a;
          const x = j * stride + b`,
      ],
    ],
  },
  {
    name: "crop-once",
    expect: "the crop is taken once",
    replace: [["size - 2 * crop;", "size - crop;"]],
  },
  {
    name: "cut-at-the-end",
    expect: "all is cut off at the end",
    replace: [
      [
        `a - crop;
          const x = j * stride + b - crop`,
        `a;
          const x = j * stride + b`,
      ],
    ],
  },
  {
    name: "cut-at-the-start",
    expect: "all is cut off at the start",
    replace: [
      [
        `crop;
          const x = j * stride + b -`,
        `2 * crop;
          const x = j * stride + b - 2 *`,
      ],
    ],
  },
  {
    name: "double",
    expect: "only if size - stride",
    replace: [["(count - 1) * stride + size - 2 * crop", "count * stride"]],
  },
  {
    name: "one-window-too-many",
    expect: "there are count - 1 steps",
    replace: [["return (count - 1) *", "return count *"]],
  },
  {
    name: "overwrites",
    expect: "the later one replaces the earlier",
    replace: [["[x]! += value", "[x] = value"]],
  },
  {
    name: "size-of-a-convolution",
    expect: "this is the size that a convolution leaves",
    replace: [
      [
        "(count - 1) * stride + size - 2 * crop",
        "Math.floor((count + 2 * crop - size) / stride) + 1",
      ],
    ],
  },
  {
    name: "stride-forgotten",
    expect: "Each further input begins",
    replace: [
      [
        `(input.length, weights.length, stride, crop);
  const width = outputSize(input[0]!.length, weights.length, stride, crop);`,
        `(input.length, weights.length, 1, crop);
  const width = outputSize(input[0]!.length, weights.length, 1, crop);`,
      ],
      [
        `* stride + a - crop;
          const x = j * stride`,
        `+ a - crop;
          const x = j`,
      ],
    ],
  },
  {
    name: "window-turned",
    expect: "the window is turned round",
    replace: [
      [
        `a - crop;
          const x = j * stride + b`,
        `(weights.length - 1 - a) - crop;
          const x = j * stride + (weights.length - 1 - b)`,
      ],
    ],
  },
  {
    name: "wrong-axis",
    expect: "rows and columns of the window are swapped",
    replace: [
      ["const [b, weight] of", "const [b] of"],
      [
        "(y >= 0 && y < height && x >= 0 && x < width) output[y]![x]! += value * weight;",
        `(y >= 0 && y < height && x >= 0 && x < width)
            output[y]![x]! += value * weights[b]![a]!;`,
      ],
    ],
  },
];
