import type {Mutant, Replacement} from "../../../../lib/grading/wrong-answer.js";

const mutant = (name: string, ...replace: Replacement[]): Mutant => ({name, replace});
const scaled = "product(query, key) / Math.sqrt(query.length)";
const powers = "Math.exp(score - largest)";
const weighed = "sum + share * values[token]![k]!";
const largest = "Math.max(...scores)";
const total = "powers.reduce((sum, power) => sum + power, 0)";
const divided = "return powers.map((power) => power / total);";
const all = "return queries.map((query) => found(shares(query, keys), values));";
const term = "sum + value * b[i]!";

/** Made to slip through: each was judged, and what it earned was looked at. */
export const mutants: readonly Mutant[] = [
  mutant("shares: the root of the first key's largest", [
    scaled,
    "product(query, key) / Math.sqrt(Math.max(...query.map(Math.abs)))",
  ]),
  mutant("shares: three numbers of the query", [
    scaled,
    "product(query.slice(0, 3), key) / Math.sqrt(query.length)",
  ]),
  mutant("shares: always by 2", [scaled, "product(query, key) / 2"]),
  mutant("shares: one number fewer", [
    scaled,
    "product(query, key) / Math.sqrt(query.length - 1 || 1)",
  ]),
  mutant("shares: cosine", [
    scaled,
    "product(query, key) / Math.sqrt(1e-9 + product(query, query) * product(key, key))",
  ]),
  mutant("shares: twos instead of e", [powers, "2 ** (score - largest)"]),
  mutant("shares: cut scores", [powers, "Math.exp(Math.max(-2, score - largest))"]),
  mutant("shares: softmax without the best", [
    powers,
    "score === largest ? 0 : Math.exp(score - largest)",
  ]),
  mutant("shares: hard", [powers, "score === largest ? 1 : 0"]),
  mutant("shares: the first score is taken away", [largest, "scores[0]!"]),
  mutant("shares: the mean score is taken away", [
    largest,
    "scores.reduce((a, b) => a + b, 0) / scores.length",
  ]),
  mutant("shares: at most 50 is taken away", [largest, "Math.min(50, Math.max(...scores))"]),
  mutant("shares: the sum has one more", [total, `${total} + 1e-3`]),
  mutant("shares: three keys in the sum", [
    total,
    "powers.slice(0, 3).reduce((sum, power) => sum + power, 0)",
  ]),
  mutant("shares: rounded", [
    divided,
    "return powers.map((power) => Math.round((100 * power) / total) / 100);",
  ]),
  mutant("shares: sorted", [
    divided,
    "return powers.map((power) => power / total).sort((a, b) => b - a);",
  ]),
  mutant("shares: turned round", [
    divided,
    "return powers.map((power) => power / total).reverse();",
  ]),
  mutant("product: sizes", [term, "sum + Math.abs(value * b[i]!)"]),
  mutant("product: the last number is left out", [
    term,
    "i === a.length - 1 ? sum : sum + value * b[i]!",
  ]),
  mutant("found: squared shares", [weighed, "sum + share * share * values[token]![k]!"]),
  mutant("found: three tokens", [weighed, "token > 2 ? sum : sum + share * values[token]![k]!"]),
  mutant("found: positive values", [weighed, "sum + share * Math.max(0, values[token]![k]!)"]),
  mutant("found: the first place for all", [weighed, "sum + share * values[token]![0 * k]!"]),
  mutant("attention: the first query for all", [
    all,
    "return queries.map(() => found(shares(queries[0]!, keys), values));",
  ]),
  mutant("attention: keys for values", [
    all,
    "return queries.map((query) => found(shares(query, keys), keys));",
  ]),
  mutant("attention: as many rows as keys", [
    all,
    "return keys.map((_, i) => found(shares(queries[i % queries.length]!, keys), values));",
  ]),
  {
    name: "attention: with a loop",
    isRight: "the same rows",
    replace: [
      [
        all,
        "const rows: number[][] = []; for (const query of queries) rows.push(found(shares(query, keys), values)); return rows;",
      ],
    ],
  },
];
