import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const value = "return 10 * Math.log10(255 ** 2 / (sum / truth.length));";
const square = "(truth[i]! - made[i]!) ** 2";
const loop = "i < truth.length; i++";
const rows = "length: factor * depths.length";
const columns = "length: factor * depths[0]!.length";
const number = "return place[factor * (y % factor) + (x % factor)]!;";
const place = "const place = depths[Math.floor(y / factor)]![Math.floor(x / factor)]!;";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("psnr: 256", [value, "return 10 * Math.log10(256 ** 2 / (sum / truth.length));"]),
  mutant("psnr: 254", [value, "return 10 * Math.log10(254 ** 2 / (sum / truth.length));"]),
  mutant("psnr: one pixel fewer in the mean", [
    value,
    "return 10 * Math.log10(255 ** 2 / (sum / (truth.length - 1 || 1)));",
  ]),
  mutant("psnr: one pixel more in the mean", [
    value,
    "return 10 * Math.log10(255 ** 2 / (sum / (truth.length + 1)));",
  ]),
  mutant("psnr: base 2", [value, "return 10 * Math.log2(255 ** 2 / (sum / truth.length));"]),
  mutant("psnr: rounded", [
    value,
    "return Math.round(10 * Math.log10(255 ** 2 / (sum / truth.length)));",
  ]),
  mutant("psnr: something against 0", [
    value,
    "return 10 * Math.log10(255 ** 2 / (sum / truth.length + 1));",
  ]),
  mutant("psnr: 30 at most", [
    value,
    "return Math.min(30, 10 * Math.log10(255 ** 2 / (sum / truth.length)));",
  ]),
  mutant("psnr: the first is left out", [
    `let i = 0; ${loop}`,
    `let i = Math.min(1, truth.length - 1); ${loop}`,
  ]),
  mutant("psnr: the last is left out", [loop, "i < Math.max(1, truth.length - 1); i++"]),
  mutant("psnr: ten pixels at most", [loop, "i < Math.min(10, truth.length); i++"]),
  mutant("psnr: cubes", [square, "Math.abs(truth[i]! - made[i]!) ** 3"]),
  mutant("psnr: brighter only", [square, "Math.max(0, made[i]! - truth[i]!) ** 2"]),
  mutant("psnr: of the means", [
    "sum += (truth[i]! - made[i]!) ** 2;",
    "sum += truth[i]! - made[i]!;\n  sum = sum ** 2 / truth.length;",
  ]),
  mutant("shuffle: a factor of 2", [number, "return place[2 * (y % factor) + (x % factor)]!;"]),
  mutant("shuffle: 2 by 2 blocks", [number, "return place[factor * (y % 2) + (x % 2)]!;"]),
  mutant("shuffle: upside down", [
    number,
    "return place[factor * (factor - 1 - (y % factor)) + (x % factor)]!;",
  ]),
  mutant("shuffle: mirrored", [
    number,
    "return place[factor * (y % factor) + (factor - 1 - (x % factor))]!;",
  ]),
  mutant("shuffle: from the last", [
    number,
    "return place[factor ** 2 - 1 - factor * (y % factor) - (x % factor)]!;",
  ]),
  mutant("shuffle: rows and columns of places swapped", [
    place,
    "const place = (depths[Math.floor(x / factor)] ?? depths[0]!)[Math.floor(y / factor)] ?? depths[0]![0]!;",
  ]),
  mutant("shuffle: rounded places", [
    place,
    "const place = depths[Math.min(depths.length - 1, Math.round(y / factor))]![Math.min(depths[0]!.length - 1, Math.round(x / factor))]!;",
  ]),
  mutant("shuffle: one row of places", [rows, "length: factor"]),
  mutant("shuffle: square", [columns, "length: factor * depths.length"]),
  mutant("shuffle: six columns at most", [
    columns,
    "length: Math.min(6, factor * depths[0]!.length)",
  ]),
  mutant("shuffle: sums", [
    number,
    "return place.slice(0, factor * (y % factor) + (x % factor) + 1).reduce((a, b) => a + b, 0);",
  ]),
  {
    ...mutant("psnr: the logarithm taken apart", [
      value,
      "return 20 * Math.log10(255) - 10 * Math.log10(sum / truth.length);",
    ]),
    isRight: "the logarithm of a fraction is the difference of two logarithms",
  },
];
