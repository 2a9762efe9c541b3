import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const products = "x.reduce((sum, value, i) => sum + value * y[i]!, 0)";
const cost = "const cost = squares + ridge;";
const guard = "return cost === 0 ? 0 : products / cost;";
const times = "const times = squares === 0 ? 0 : y / squares;";
const shortest = "return features.map((value) => times * value);";
const root = "Math.sqrt(w.reduce((sum, value) => sum + value * value, 0))";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("ridge: half of it", [cost, "const cost = squares + ridge / 2;"]),
  mutant("ridge: twice", [cost, "const cost = squares + 2 * ridge;"]),
  mutant("ridge: taken off", [cost, "const cost = squares - ridge;"]),
  mutant("ridge: its root", [cost, "const cost = squares + Math.sqrt(ridge);"]),
  mutant("ridge: at most 3", [cost, "const cost = squares + Math.min(3, ridge);"]),
  mutant("ridge: at least 1", [cost, "const cost = squares + Math.max(1, ridge);"]),
  mutant("ridge: whole numbers", [cost, "const cost = squares + Math.round(ridge);"]),
  mutant("ridge: a mean of squares", [cost, "const cost = squares / x.length + ridge;"]),
  mutant("ridge: sizes of products", [
    products,
    "x.reduce((sum, value, i) => sum + Math.abs(value * y[i]!), 0)",
  ]),
  mutant("ridge: the first five", [
    products,
    "x.slice(0, 5).reduce((sum, value, i) => sum + value * y[i]!, 0)",
  ]),
  mutant("ridge: all but the last", [
    products,
    "x.slice(0, -1).reduce((sum, value, i) => sum + value * y[i]!, 0)",
  ]),
  mutant("ridge: a sum of y", [products, "x.reduce((sum, _, i) => sum + y[i]!, 0)"]),
  mutant("ridge: NaN for nothing", [guard, "return products / cost;"]),
  mutant("ridge: rounded", [
    guard,
    "return cost === 0 ? 0 : Math.round((100 * products) / cost) / 100;",
  ]),
  mutant("ridge: never negative", [guard, "return cost === 0 ? 0 : Math.max(0, products / cost);"]),
  mutant("ridge: at most 1", [guard, "return cost === 0 ? 0 : Math.min(1, products / cost);"]),
  mutant("smallest: NaN for nothing", [times, "const times = y / squares;"]),
  mutant("smallest: the size of y", [
    times,
    "const times = squares === 0 ? 0 : Math.abs(y) / squares;",
  ]),
  mutant("smallest: one more", [times, "const times = squares === 0 ? 0 : y / (squares + 1);"]),
  mutant("smallest: a mean", [
    times,
    "const times = squares === 0 ? 0 : (y * features.length) / squares;",
  ]),
  mutant("smallest: the last feature alone", [
    shortest,
    "return features.map((value, i) => (i === features.length - 1 ? (times * squares) / value : 0));",
  ]),
  mutant("smallest: by signs", [
    shortest,
    "return features.map((value) => (times * squares * Math.sign(value)) / features.reduce((sum, each) => sum + Math.abs(each), 0));",
  ]),
  mutant("smallest: one too few", [
    shortest,
    "return features.slice(1).map((value) => times * value);",
  ]),
  mutant("smallest: sizes of features", [
    shortest,
    "return features.map((value) => times * Math.abs(value));",
  ]),
  mutant("length: the first five", [
    root,
    "Math.sqrt(w.slice(0, 5).reduce((sum, value) => sum + value * value, 0))",
  ]),
  mutant("length: the largest", [root, "Math.max(...w.map(Math.abs))"]),
  mutant("length: a mean", [
    root,
    "Math.sqrt(w.reduce((sum, value) => sum + value * value, 0) / w.length)",
  ]),
  {
    ...mutant("length: by hypot", [root, "Math.hypot(...w)"]),
    isRight: "it is the root of the sum of squares.",
  },
];
