import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const cosine = "product(a, b) / Math.sqrt(product(a, a) * product(b, b))";
const term = "sum + value * b[k]!";
const scores = "row.map((each) => each / temperature)";
const sum = "total + Math.exp(score - largest)";
const loss = "largest + Math.log(sum) - scores[right]!";
const row = "losses += pairLoss(similarities[i]!, i, temperature);";
const column = "const column = similarities.map((row) => row[i]!);";
const rank = "each >= row[right]!";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("similarity: three numbers", [
    "return a.reduce((sum, value, k)",
    "return a.slice(0, 3).reduce((sum, value, k)",
  ]),
  mutant("similarity: sizes", [term, "sum + Math.abs(value * b[k]!)"]),
  mutant("similarity: the longer length", [
    cosine,
    "product(a, b) / Math.max(product(a, a), product(b, b))",
  ]),
  mutant("similarity: never below 0", [cosine, `Math.max(0, ${cosine})`]),
  mutant("similarity: squared", [cosine, `(${cosine}) ** 2`]),
  mutant("similarity: cut to two decimals", [cosine, `Math.round(100 * (${cosine})) / 100`]),
  mutant("similarity: lengths of at least 1", [
    cosine,
    "product(a, b) / Math.sqrt(Math.max(1, product(a, a)) * Math.max(1, product(b, b)))",
  ]),
  mutant("pair: a temperature of 0.07", [
    scores,
    "row.map((each) => each / (0.07 + 0 * temperature))",
  ]),
  mutant("pair: no lower than 0.01", [
    scores,
    "row.map((each) => each / Math.max(0.01, temperature))",
  ]),
  mutant("pair: the last picture is left out", [
    "scores.reduce((total",
    "scores.slice(0, Math.max(1, scores.length - 1)).reduce((total",
  ]),
  mutant("pair: the right one is left out", [
    loss,
    "largest + Math.log(Math.max(1e-9, sum - Math.exp(scores[right]! - largest))) - scores[right]!",
  ]),
  mutant("pair: less than 10", [loss, `Math.min(10, ${loss})`]),
  mutant("pair: the first one is right", [loss, "largest + Math.log(sum) - scores[0 * right]!"]),
  mutant("pair: a little is added to the sum", [sum, "total + Math.exp(score - largest) + 1e-3"]),
  mutant("pair: the largest share", [loss, "Math.log(sum) + 0 * right"]),
  mutant("pair: a mean instead of the sum", [
    loss,
    "largest + Math.log(sum / scores.length) - scores[right]!",
  ]),
  mutant("both: columns are rows", [column, "const column = similarities[i]!;"]),
  mutant("both: at most three pairs", [
    "i < similarities.length",
    "i < Math.min(3, similarities.length)",
  ]),
  mutant("both: the first caption for all", [
    row,
    "losses += pairLoss(similarities[0]!, i, temperature);",
  ]),
  mutant("both: the first one is right", [
    row,
    "losses += pairLoss(similarities[i]!, 0, temperature);",
  ]),
  mutant("both: a temperature of 1", [row, "losses += pairLoss(similarities[i]!, i, 1);"]),
  mutant("rank: at most 5", [
    "return row.filter((each) => each >= row[right]!).length",
    "return Math.min(5, row.filter((each) => each >= row[right]!).length)",
  ]),
  mutant("rank: three pictures", [
    "row.filter((each) => each >= row[right]!)",
    "row.slice(0, 3).filter((each) => each >= row[right]!)",
  ]),
  mutant("rank: a little less is as similar", [rank, "each >= row[right]! - 0.05"]),
  mutant("rank: only those before it", [
    "row.filter((each) => each >= row[right]!)",
    "row.filter((each, i) => i <= right && each >= row[right]!)",
  ]),
  {
    name: "similarity: roots of each length",
    isRight: "the same cosine",
    replace: [[cosine, "product(a, b) / Math.sqrt(product(a, a)) / Math.sqrt(product(b, b))"]],
  },
];
