import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const square = "(a[i]! - b[i]!) ** 2";
const pixels = "i < a.length";
const step = "pixel + (expected[i]! - pixel) / left";
const left = "expectations.length - k";

/** Made to slip through: each was graded, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("difference: added pixels", [square, "(a[i]! + b[i]!) ** 2"]),
  mutant("difference: squares of pixels", [square, "(a[i]! ** 2 - b[i]! ** 2) ** 2"]),
  mutant("difference: cubes", [square, "Math.abs(a[i]! - b[i]!) ** 3"]),
  mutant("difference: from the second pixel on", ["let i = 0", "let i = 1"]),
  mutant("difference: all but the last pixel", [pixels, "i < a.length - 1"]),
  mutant("difference: four pixels", [pixels, "i < Math.min(4, a.length)"]),
  mutant("difference: one pixel less to divide by", [
    "sum / a.length",
    "sum / Math.max(1, a.length - 1)",
  ]),
  mutant("difference: of 196 pixels", ["sum / a.length", "sum / 196"]),
  mutant("difference: the last pixel alone", ["sum += (a", "sum = (a"]),
  mutant("difference: the first pixel of b", [square, "(a[i]! - b[0]!) ** 2"]),
  mutant("difference: rounded", [
    "Math.sqrt(sum / a.length)",
    "Math.round(10 * Math.sqrt(sum / a.length)) / 10",
  ]),
  mutant("step: a twentieth", [step, "pixel + (expected[i]! - pixel) / (20 + 0 * left)"]),
  mutant("step: half of it", [step, "pixel + (expected[i]! - pixel) / (2 * left)"]),
  mutant("step: towards the first pixel", [step, "pixel + (expected[0]! - pixel) / left"]),
  mutant("step: lighter only", [step, "pixel + Math.max(0, expected[i]! - pixel) / left"]),
  mutant("step: cut to pictures", [step, `Math.max(0, Math.min(1, ${step}))`]),
  mutant("step: times what is left", [step, "pixel + (expected[i]! - pixel) * left"]),
  mutant("step: one less left", [step, "pixel + (expected[i]! - pixel) / Math.max(1, left - 1)"]),
  mutant("step: by the square", [step, "pixel + (expected[i]! - pixel) / left ** 2"]),
  mutant("way: one step left too few", [left, "Math.max(1, expectations.length - k - 1)"]),
  mutant("way: one step left too many", [left, "expectations.length - k + 1"]),
  mutant("way: twenty steps", [left, "Math.max(1, 20 - k)"]),
  mutant("way: at once", [left, "1"]),
  mutant("way: the last expectation for all", [
    "stepTowards(seen, expected,",
    "stepTowards(seen, expected && expectations.at(-1)!,",
  ]),
  mutant("way: five steps at most", [
    "return expectations.map",
    "return expectations.slice(0, 5).map",
  ]),
  mutant("way: towards what was expected before", [
    "stepTowards(seen, expected,",
    "stepTowards(seen, expectations[Math.max(0, k - 1)] ?? expected,",
  ]),
  {
    name: "difference: by a mean of its own",
    isRight: "the same mean",
    replace: [
      ["sum += (a[i]! - b[i]!) ** 2", "sum += (a[i]! - b[i]!) ** 2 / a.length"],
      ["Math.sqrt(sum / a.length)", "Math.sqrt(sum)"],
    ],
  },
  {
    name: "step: as shares",
    isRight: "the same mixture",
    replace: [[step, "(1 - 1 / left) * pixel + expected[i]! / left"]],
  },
];
