import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const there = "t * value + (1 - t) * noise[j]!";
const back = "(value - t * guess[j]!) / (1 - t)";
const compared = "(noisy[j]! - t * value) ** 2";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("there: the first pixel's noise for all", [there, "t * value + (1 - t) * noise[0]!"]),
  mutant("there: three pixels", ["return picture.map(", "return picture.slice(0, 3).map("]),
  mutant("there: squares of the amounts", [there, "t ** 2 * value + (1 - t) ** 2 * noise[j]!"]),
  mutant("there: cut at 1", [there, `Math.max(-1, Math.min(1, ${there}))`]),
  mutant("there: rounded to a hundredth", [there, `Math.round(100 * (${there})) / 100`]),
  mutant("there: the size of the noise", [there, "t * value + (1 - t) * Math.abs(noise[j]!)"]),
  mutant("back: the first pixel's guess for all", [back, "(value - t * guess[0]!) / (1 - t)"]),
  mutant("back: divided by the square", [back, "(value - t * guess[j]!) / (1 - t) ** 2"]),
  mutant("back: divided by the root", [back, "(value - t * guess[j]!) / Math.sqrt(1 - t ** 2)"]),
  mutant("back: the guess added", [back, "(value + t * guess[j]!) / (1 - t)"]),
  mutant("back: cut at 3", [back, `Math.max(-3, Math.min(3, ${back}))`]),
  mutant("back: a small number below", [back, "(value - t * guess[j]!) / (1 - t + 0.01)"]),
  mutant("guess: three pixels compared", [
    "picture.reduce((sum",
    "picture.slice(0, 3).reduce((sum",
  ]),
  mutant("guess: the first pixel is left out", [compared, `(j === 0 ? 0 : ${compared})`]),
  mutant("guess: sizes compared", [compared, "Math.abs(noisy[j]! - t * value)"]),
  mutant("guess: four pictures", [
    "const distances = pictures.map(",
    "const distances = pictures.slice(0, 4).map(",
  ]),
  mutant("guess: the mean distance of a pixel", [
    "squaredDistance(noisy, picture, t))",
    "squaredDistance(noisy, picture, t) / noisy.length)",
  ]),
  mutant("guess: a small number in the sum", ["weight, 0)", "weight, 1e-3)"]),
  mutant("guess: the last picture is left out", [
    "i < pictures.length; i++",
    "i < Math.max(1, pictures.length - 1); i++",
  ]),
  mutant("guess: the guess is scaled by t", ["* pictures[i]![j]!;", "* t * pictures[i]![j]!;"]),
  mutant("guess: the spread at least a tenth", ["(1 - t) ** 2)", "Math.max(0.5, 1 - t) ** 2)"]),
  mutant("guess: powers of two", ["Math.exp(", "2 ** ("]),
  mutant("guess: the first picture's distance is taken off", [
    "Math.min(...distances)",
    "distances[0]!",
  ]),
  mutant("guess: cut at 0", ["(weights[i]! / total)", "Math.max(0.01, weights[i]! / total)"]),
  {
    name: "guess: the largest exponent taken off",
    isRight: "the same number by another name",
    replace: [
      [
        "const least = Math.min(...distances);",
        "const most = Math.max(...distances.map((each) => -each));",
      ],
      ["least - distance", "-distance - most"],
    ],
  },
  {
    name: "guess: divided at the end",
    isRight: "the same sum, divided once",
    replace: [
      ["(weights[i]! / total) * pictures", "weights[i]! * pictures"],
      ["return guess;", "return guess.map((each) => each / total);"],
    ],
  },
];
