import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const value = "return 10 * Math.log10(255 ** 2 / (sum / truth.length));";
const square = "(truth[i]! - made[i]!) ** 2";
const number = "return place[factor * (y % factor) + (x % factor)]!;";
const place = "const place = depths[Math.floor(y / factor)]![Math.floor(x / factor)]!;";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "largest-not-squared",
    expect: "the largest value is squared",
    replace: [[value, "return 10 * Math.log10(255 / (sum / truth.length));"]],
  },
  {
    name: "sum-not-mean",
    expect: "the sum of the squares",
    replace: [[value, "return 10 * Math.log10(255 ** 2 / sum);"]],
  },
  {
    name: "natural-logarithm",
    expect: "Math.log has the base e",
    replace: [[value, "return 10 * Math.log(255 ** 2 / (sum / truth.length));"]],
  },
  {
    name: "twenty",
    expect: "20 would be right for a ratio",
    replace: [[value, "return 20 * Math.log10(255 ** 2 / (sum / truth.length));"]],
  },
  {
    name: "turned-over",
    expect: "the fraction is turned over",
    replace: [[value, "return 10 * Math.log10(sum / truth.length / 255 ** 2);"]],
  },
  {
    name: "root",
    expect: "without a root",
    replace: [[value, "return 10 * Math.log10(255 ** 2 / Math.sqrt(sum / truth.length));"]],
  },
  {
    name: "absolute",
    expect: "Square them",
    replace: [[square, "Math.abs(truth[i]! - made[i]!)"]],
  },
  {
    name: "largest-of-the-picture",
    expect: "not the picture’s own",
    replace: [[value, "return 10 * Math.log10(Math.max(...truth) ** 2 / (sum / truth.length));"]],
  },
  {
    name: "as-if-from-0-to-1",
    expect: "these are bytes",
    replace: [[value, "return 10 * Math.log10(1 / (sum / truth.length));"]],
  },
  {
    name: "swapped-in-the-block",
    expect: "within a block are swapped",
    replace: [[number, "return place[factor * (x % factor) + (y % factor)]!;"]],
  },
  {
    name: "pictures-beside-each-other",
    expect: "whole pictures beside each other",
    replace: [
      [place, "const place = depths[y % depths.length]![x % depths[0]!.length]!;"],
      [
        number,
        "return place[factor * Math.floor(y / depths.length) + Math.floor(x / depths[0]!.length)]!;",
      ],
    ],
  },
  {
    name: "first-number-only",
    expect: "repeats the first number",
    replace: [[number, "return place[0]!;"]],
  },
  {
    name: "one-row",
    expect: "stand in one row",
    code: `export function psnr() { return 0; }
export function shuffle(depths) { return depths.map((row) => row.flat()); }`,
  },
  {
    name: "flat",
    expect: "Give them as rows",
    code: `export function psnr() { return 0; }
export function shuffle(depths, factor) {
  return Array.from({length: factor * depths.length}, (_, y) =>
    Array.from({length: factor * depths[0].length}, (_, x) =>
      depths[Math.floor(y / factor)][Math.floor(x / factor)][factor * (y % factor) + (x % factor)])).flat();
}`,
  },
];
