import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const scaled = "product(query, key) / Math.sqrt(query.length)";
const powers = "Math.exp(score - largest)";
const divided = "return powers.map((power) => power / total);";
const weighed = "sum + share * values[token]![k]!";
const all = "return queries.map((query) => found(shares(query, keys), values));";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "not-divided",
    expect: "the products are not divided",
    replace: [[scaled, "product(query, key)"]],
  },
  {
    name: "by-the-length",
    expect: "this divides by the length",
    replace: [[scaled, "product(query, key) / query.length"]],
  },
  {
    name: "by-the-keys",
    expect: "this takes the number of keys",
    replace: [[scaled, "product(query, key) / Math.sqrt(keys.length)"]],
  },
  {
    name: "products-only",
    expect: "these are the products",
    replace: [[divided, "return scores.map((score) => score + 0 * total);"]],
  },
  {
    name: "exponentials-only",
    expect: "these are the exponentials",
    replace: [
      [powers, "Math.exp(score + 0 * largest)"],
      [divided, "return powers.map((power) => power + 0 * total);"],
    ],
  },
  {
    name: "no-exponential",
    expect: "products may be negative",
    replace: [[powers, "score + 0 * largest"]],
  },
  {
    name: "sign",
    expect: "the best key gets the least",
    replace: [[scaled, `-${scaled}`]],
  },
  {
    name: "distances",
    expect: "these are distances",
    replace: [[scaled, "-key.reduce((sum, value, i) => sum + (value - query[i]!) ** 2, 0)"]],
  },
  {
    name: "overflow",
    expect: "the exponential of a large number is infinite",
    replace: [[powers, "Math.exp(score + 0 * largest)"]],
  },
  {
    name: "plain-mean",
    expect: "this is the plain mean",
    replace: [[weighed, "sum + (share * 0 + 1 / shares.length) * values[token]![k]!"]],
  },
  {
    name: "divided-again",
    expect: "add up to 1 already",
    replace: [[weighed, "sum + (share * values[token]![k]!) / shares.length"]],
  },
  {
    name: "largest-only",
    expect: "with the largest share alone",
    replace: [
      [
        weighed,
        "sum + (token === shares.indexOf(Math.max(...shares)) ? 1 : 0 * share) * values[token]![k]!",
      ],
    ],
  },
  {
    name: "shares-instead",
    expect: "these are the shares",
    replace: [[all, "return queries.map((query) => shares(query, keys));"]],
  },
  {
    name: "last-key",
    expect: "the last key is left out",
    replace: [
      [
        all,
        "return queries.map((query) => found(shares(query, keys.slice(0, -1)), values.slice(0, -1)));",
      ],
    ],
  },
];
