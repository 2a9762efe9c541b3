import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const difference = "(logScore(moved(rows, i, k, h)) - logScore(moved(rows, i, k, -h))) / (2 * h)";
const copied = "const copy = rows.map((row) => [...row]);";
const move = "value + rate * uphill[i]![k]!";
const loop = `  for (let step = 0; step < steps; step++) {
    const uphill = slopes(now, h);
`;

export const wrong: readonly WrongAnswer[] = [
  {
    name: "one-sided",
    expect: "this asks on one side only",
    replace: [[difference, "(logScore(moved(rows, i, k, h)) - logScore(rows)) / h"]],
  },
  {
    name: "one-sided-down",
    expect: "this asks on one side only",
    replace: [[difference, "(logScore(rows) - logScore(moved(rows, i, k, -h))) / h"]],
  },
  {
    name: "divided-by-h",
    expect: "the two answers are 2h apart",
    replace: [["/ (2 * h)", "/ h"]],
  },
  {
    name: "not-divided",
    expect: "this is the difference. Divide it by 2h",
    replace: [["/ (2 * h)", "/ 1"]],
  },
  {
    name: "turned",
    expect: "the sign is turned",
    replace: [
      [difference, "(logScore(moved(rows, i, k, -h)) - logScore(moved(rows, i, k, h))) / (2 * h)"],
    ],
  },
  {
    name: "not-put-back",
    expect: "put it back",
    replace: [[copied, "const copy = rows;"]],
  },
  {
    name: "whole-row",
    expect: "only one number",
    replace: [["copy[i]![k]! += by;", "for (let j = 0; j <= k; j++) copy[i]![j]! += by;"]],
  },
  {
    name: "all-pictures",
    expect: "only one number",
    replace: [["copy[i]![k]! += by;", "for (const row of copy) row[k]! += by;"]],
  },
  {
    name: "downhill",
    expect: "this goes downhill",
    replace: [[move, "value - rate * uphill[i]![k]!"]],
  },
  {
    name: "one-step",
    expect: "this is one step",
    replace: [["step < steps", "step < Math.min(1, steps)"]],
  },
  {
    name: "first-slopes",
    expect: "the slopes of the first place",
    replace: [
      [
        loop,
        `  const uphill = slopes(rows, h);
  for (let step = 0; step < steps; step++) {
`,
      ],
    ],
  },
  {
    name: "one-too-many",
    expect: "one step too many",
    replace: [["step < steps", "step <= steps"]],
  },
  {
    name: "without-rate",
    expect: "rate times",
    replace: [[move, "value + uphill[i]![k]! + 0 * rate"]],
  },
  {
    name: "only-the-way",
    expect: "Start at the rows",
    replace: [
      ["return now;", "return now.map((row, i) => row.map((value, k) => value - rows[i]![k]!));"],
    ],
  },
];
