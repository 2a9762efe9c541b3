import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const product = "sum + row[i]! * row[j]!";
const start = `${product}, 0)`;
const mean = "total / rows.length";
const reduced = "rows.reduce((sum, row)";
const difference = "(now[i]![j]! - style[i]![j]!) ** 2";
const square = "all += style[i]![j]! ** 2;";
const result = "return apart / all;";
const loopI = "for (let i = 0; i < style.length; i++)";
const loopJ = "for (let j = 0; j < style.length; j++)";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("gram: one place less", [mean, "total / (rows.length - 1)"]),
  mutant("gram: one place more", [mean, "total / (rows.length + 1)"]),
  mutant("gram: begins at one", [start, `${product}, 1)`]),
  mutant("gram: all but the first place", [reduced, "rows.slice(1).reduce((sum, row)"]),
  mutant("gram: all but the last place", [reduced, "rows.slice(0, -1).reduce((sum, row)"]),
  mutant("gram: eight places at most", [reduced, "rows.slice(0, 8).reduce((sum, row)"]),
  mutant("gram: squares of the row", [product, "sum + row[i]! * row[i]!"]),
  mutant("gram: squares of the column", [product, "sum + row[j]! * row[j]!"]),
  mutant("gram: sums", [product, "sum + row[i]! + row[j]!"]),
  mutant("gram: the lesser of two", [product, "sum + Math.min(row[i]!, row[j]!)"]),
  mutant("gram: a minus off the diagonal", [
    product,
    "sum + (i === j ? 1 : -1) * row[i]! * row[j]!",
  ]),
  mutant("gram: the upper half", [product, "sum + (j >= i ? row[i]! * row[j]! : 0)"]),
  mutant("gram: the lower half", [product, "sum + (j <= i ? row[i]! * row[j]! : 0)"]),
  mutant("gram: its root", [mean, "Math.sqrt(total / rows.length)"]),
  mutant("gram: whole numbers", [mean, "Math.round(total / rows.length)"]),
  mutant("gram: the last feature left out", [product, "sum + row[i]! * (row[j + 1] ?? 0)"]),
  mutant("distance: half", [result, "return apart / all / 2;"]),
  mutant("distance: the other way up", [result, "return all / apart;"]),
  mutant("distance: at most one", [result, "return Math.min(1, apart / all);"]),
  mutant("distance: one more below", [result, "return apart / (all + 1);"]),
  mutant("distance: sums instead of differences", [
    difference,
    "(now[i]![j]! + style[i]![j]!) ** 2",
  ]),
  mutant("distance: a product", [difference, "now[i]![j]! * style[i]![j]!"]),
  mutant("distance: the first row", [loopI, "for (let i = 0; i < 1; i++)"]),
  mutant("distance: the first column", [loopJ, "for (let j = 0; j < 1; j++)"]),
  mutant("distance: above the diagonal", [loopJ, "for (let j = i; j < style.length; j++)"]),
  mutant("distance: a mean by entries", [square, `${square}\n      all += 0.01;`]),
];
