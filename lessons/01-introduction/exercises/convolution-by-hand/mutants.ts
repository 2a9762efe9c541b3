import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const product = "kernel[i]![j]! * picture[row + i]![column + j]!";
const pixel = "picture[row + i]![column + j]!";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("turned upside down", [product, `kernel.at(-1 - i)![j]! * ${pixel}`]),
  mutant("left for right", [product, `kernel[i]!.at(-1 - j)! * ${pixel}`]),
  mutant("the first row only", ["i < kernel.length", "i < 1"]),
  mutant("the first column only", ["j < kernel[0]!.length", "j < 1"]),
  mutant("two rows at most", ["i < kernel.length", "i < Math.min(2, kernel.length)"]),
  mutant("square kernels", [
    "j < kernel[0]!.length",
    "j < Math.min(kernel[0]!.length, kernel.length)",
  ]),
  mutant("sizes of the weights", [product, `Math.abs(kernel[i]![j]!) * ${pixel}`]),
  mutant("sizes of the pixels", [product, `kernel[i]![j]! * Math.abs(${pixel})`]),
  mutant("positive pixels only", [product, `kernel[i]![j]! * Math.max(0, ${pixel})`]),
  mutant("added up from 1", ["let sum = 0", "let sum = 1"]),
  mutant("the last product only", ["sum += kernel", "sum = kernel"]),
  mutant("rounded", ["return sum;", "return Math.round(100 * sum) / 100;"]),
  mutant("the largest product", [
    "sum += kernel[i]![j]! * picture[row + i]![column + j]!",
    "sum = Math.max(sum, kernel[i]![j]! * picture[row + i]![column + j]!)",
  ]),
  mutant("weights added", [product, `kernel[i]![j]! + ${pixel}`]),
  mutant("centred on the place", [
    product,
    "kernel[i]![j]! * (picture[row + i - (kernel.length >> 1)]?.[column + j - (kernel[0]!.length >> 1)] ?? 0)",
  ]),
  mutant("one row too few", [
    "picture.length - kernel.length + 1",
    "Math.max(1, picture.length - kernel.length)",
  ]),
  mutant("one column too few", [
    "picture[0]!.length - kernel[0]!.length + 1",
    "Math.max(1, picture[0]!.length - kernel[0]!.length)",
  ]),
  mutant("square maps", [
    "const columns = picture[0]!.length - kernel[0]!.length + 1",
    "const columns = rows",
  ]),
  mutant("every second place", [
    "productSum(picture, kernel, r, c)),",
    "productSum(picture, kernel, r - (r % 2), c)),",
  ]),
  mutant("place across, then down", [
    "productSum(picture, kernel, r, c)),",
    "productSum(picture, kernel, Math.min(c, rows - 1), Math.min(r, columns - 1))),",
  ]),
  mutant("five rows at most", [
    "Array.from({length: rows}, (_, r) =>\n    Array.from({length: columns}, (_, c) => productSum",
    "Array.from({length: Math.min(5, rows)}, (_, r) =>\n    Array.from({length: columns}, (_, c) => productSum",
  ]),
  mutant("pool of the upper two", [
    "map[2 * r + 1]![2 * c]!,\n        map[2 * r + 1]![2 * c + 1]!,",
    "",
  ]),
  mutant(
    "pool of the left two",
    ["map[2 * r]![2 * c + 1]!,\n", ""],
    ["map[2 * r + 1]![2 * c + 1]!,\n", ""],
  ),
  mutant("pool without the last of four", ["map[2 * r + 1]![2 * c + 1]!,\n", ""]),
  mutant(
    "pool in rows only",
    ["const columns = Math.floor(map[0]!.length / 2)", "const columns = map[0]!.length"],
    ["![2 * c]!,\n        map[2 * r]![2 * c + 1]!", "![c]!"],
    ["![2 * c]!,\n        map[2 * r + 1]![2 * c + 1]!", "![c]!"],
  ),
  mutant("pool, square", [
    "const columns = Math.floor(map[0]!.length / 2)",
    "const columns = Math.min(rows, Math.floor(map[0]!.length / 2))",
  ]),
  mutant("pool, three rows at most", [
    "const rows = Math.floor(map.length / 2)",
    "const rows = Math.min(3, Math.floor(map.length / 2))",
  ]),
  mutant(
    "pool of sizes",
    ["Math.max(", "Math.max(...["],
    ["map[2 * r + 1]![2 * c + 1]!,", "map[2 * r + 1]![2 * c + 1]!].map(Math.abs),"],
  ),
  {
    name: "by reduce",
    isRight: "the same sum",
    replace: [
      [
        "let sum = 0;\n  for (let i = 0; i < kernel.length; i++)\n    for (let j = 0; j < kernel[0]!.length; j++)\n      sum += kernel[i]![j]! * picture[row + i]![column + j]!;\n  return sum;",
        "return kernel.reduce((all, weights, i) => all + weights.reduce((sum, weight, j) => sum + weight * picture[row + i]![column + j]!, 0), 0);",
      ],
    ],
  },
  {
    name: "whole halves",
    isRight: "the same for a size",
    replace: [["Math.floor(map.length / 2)", "map.length >> 1"]],
  },
];
