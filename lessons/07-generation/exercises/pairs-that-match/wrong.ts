import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const cosine = "product(a, b) / Math.sqrt(product(a, a) * product(b, b))";
const scores = "each / temperature";
const loss = "largest + Math.log(sum) - scores[right]!";
const row = "losses += pairLoss(similarities[i]!, i, temperature);";
const column = "losses += pairLoss(column, i, temperature);";
const mean = "losses / similarities.length / 2";
const rank = "row.filter((each) => each >= row[right]!).length";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "product",
    expect: "this is the sum of the products",
    replace: [[cosine, "product(a, b)"]],
  },
  {
    name: "squares",
    expect: "these are the squares of the lengths",
    replace: [[cosine, "product(a, b) / (product(a, a) * product(b, b))"]],
  },
  {
    name: "one-length",
    expect: "one of the two lengths is missing",
    replace: [[cosine, "product(a, b) / Math.sqrt(product(a, a))"]],
  },
  {
    name: "size",
    expect: "the sign is lost",
    replace: [[cosine, "Math.abs(product(a, b)) / Math.sqrt(product(a, a) * product(b, b))"]],
  },
  {
    name: "no-temperature",
    expect: "the temperature is missing",
    replace: [[scores, "each + 0 * temperature"]],
  },
  {
    name: "times-temperature",
    expect: "divide by the temperature",
    replace: [[scores, "each * temperature"]],
  },
  {
    name: "no-minus",
    expect: "the minus is missing",
    replace: [[loss, "scores[right]! - largest - Math.log(sum)"]],
  },
  {
    name: "share",
    expect: "this is the share itself",
    replace: [[loss, "Math.exp(scores[right]! - largest) / sum"]],
  },
  {
    name: "bits",
    expect: "this is in bits",
    replace: [[loss, "(largest + Math.log(sum) - scores[right]!) / Math.LN2"]],
  },
  {
    name: "overflow",
    expect: "Subtract the largest score first",
    replace: [["const largest = Math.max(...scores);", "const largest = 0;"]],
  },
  {
    name: "rows-only",
    expect: "these are the captions alone",
    replace: [
      [column, "void column;"],
      [mean, "losses / similarities.length"],
    ],
  },
  {
    name: "columns-only",
    expect: "these are the pictures alone",
    replace: [
      [row, ""],
      [mean, "losses / similarities.length"],
    ],
  },
  {
    name: "both-added",
    expect: "the two means are added",
    replace: [[mean, "losses / similarities.length"]],
  },
  {name: "sum", expect: "this is the sum over the pairs", replace: [[mean, "losses / 2"]]},
  {
    name: "from-zero",
    expect: "the first place is 1",
    replace: [[rank, "row.filter((each) => each > row[right]!).length"]],
  },
  {
    name: "ties-for-it",
    expect: "what is exactly as similar counts against it",
    replace: [[rank, "1 + row.filter((each) => each > row[right]!).length"]],
  },
  {
    name: "from-below",
    expect: "this counts from the least similar",
    replace: [[rank, "row.filter((each) => each <= row[right]!).length"]],
  },
];
