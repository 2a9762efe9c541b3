import type {Mutant} from "../../../../lib/grading/wrong-answer.js";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  {name: "crop added", replace: [["i * stride + a - crop", "i * stride + a + crop"]]},
  {name: "the first row is dropped", replace: [["y >= 0 &&", "y > 0 &&"]]},
  {name: "the first column is dropped", replace: [["x >= 0 &&", "x > 0 &&"]]},
  {name: "the last row is dropped", replace: [["y < height", "y < height - 1"]]},
  {name: "one column too far", replace: [["x < width", "x <= width"]]},
  {
    name: "sides swapped",
    replace: [
      [
        "Array.from({length: height}, () => new Array<number>(width)",
        "Array.from({length: width}, () => new Array<number>(height)",
      ],
      ["y < height && x >= 0 && x < width", "y < width && x >= 0 && x < height"],
    ],
  },
  {name: "begins with ones", replace: [["fill(0)", "fill(1)"]]},
  {name: "no stride in a row", replace: [["j * stride + b", "j + b"]]},
  {
    name: "one row many times",
    replace: [
      [
        "Array.from({length: height}, () => new Array<number>(width).fill(0))",
        "new Array<number[]>(height).fill(new Array<number>(width).fill(0))",
      ],
    ],
  },
  {name: "value and weight added", replace: [["+= value * weight", "+= value + weight"]]},
  {name: "subtracted", replace: [["+= value * weight", "-= value * weight"]]},
  {name: "nothing below 0", replace: [["+= value * weight", "+= Math.max(0, value * weight)"]]},
  {
    name: "no output below 0",
    replace: [["return output;", "return output.map((row) => row.map((v) => Math.max(0, v)));"]],
  },
  {
    name: "for square inputs",
    replace: [["outputSize(input[0]!.length", "outputSize(input.length"]],
  },
  {name: "whole numbers", replace: [["+= value * weight", "+= Math.round(value * weight)"]]},
  {name: "whole values", replace: [["+= value * weight", "+= (value | 0) * weight"]]},
  {
    name: "round the edge",
    replace: [
      [
        "const y = i * stride + a - crop;",
        "const y = (i * stride + a - crop + 2 * height) % height;",
      ],
    ],
  },
  {
    name: "windows of up to four",
    replace: [["+= value * weight", "+= a < 4 && b < 4 ? value * weight : 0"]],
  },
  {
    name: "three inputs in a row",
    replace: [["of row.entries())", "of row.slice(0, 3).entries())"]],
  },
  {
    name: "one input is its window",
    replace: [["return (count - 1)", "if (count === 1) return size;\n  return (count - 1)"]],
  },
  {
    name: "stride from the second on",
    replace: [["return (count - 1) * stride + size", "return count + stride - 1 + size - 1"]],
  },
  {
    name: "gaps left out",
    replace: [["(count - 1) * stride + size", "(count - 1) * Math.min(stride, size) + size"]],
  },
  {name: "crop of one at most", replace: [["- 2 * crop;\n}", "- 2 * Math.min(1, crop);\n}"]]},
  {
    name: "one more for odd windows",
    replace: [["- 2 * crop;\n}", "- 2 * crop + (size % 2 === 1 && crop > 0 ? 1 : 0);\n}"]],
  },
  {
    name: "mean of the window",
    replace: [["+= value * weight", "+= (value * weight) / weights.length ** 2"]],
  },
  {
    name: "weights in reverse rows",
    replace: [
      [
        "const [a, line] of weights.entries()",
        "const [a, line] of [...weights].reverse().entries()",
      ],
    ],
  },
  {name: "stride doubled", replace: [["i * stride + a", "i * 2 + a"]]},
  {
    name: "the larger of two",
    replace: [
      [
        "output[y]![x]! += value * weight",
        "output[y]![x] = Math.max(output[y]![x]!, value * weight)",
      ],
    ],
  },
  {
    name: "state kept",
    replace: [
      [
        "const output = Array.from({length: height}, () => new Array<number>(width).fill(0));",
        "const key = String([height, width]);\n  const output = (kept[key] ??= Array.from({length: height}, () => new Array<number>(width).fill(0)));",
      ],
      [
        "/** Each input value",
        "const kept: Record<string, number[][]> = {};\n/** Each input value",
      ],
    ],
  },
  {
    name: "zeros are skipped",
    isRight: "they add nothing",
    replace: [["for (const [a, line]", "if (value !== 0)\n        for (const [a, line]"]],
  },
  {
    name: "window's own width",
    isRight: "a window is a square",
    replace: [
      [
        "outputSize(input[0]!.length, weights.length,",
        "outputSize(input[0]!.length, weights[0]!.length,",
      ],
    ],
  },
  {
    name: "in single precision",
    isRight: "a reader's Float32Array does the same; it is off by less than the tolerance",
    replace: [
      [
        "output[y]![x]! += value * weight",
        "output[y]![x] = Math.fround(output[y]![x]! + value * weight)",
      ],
    ],
  },
];
