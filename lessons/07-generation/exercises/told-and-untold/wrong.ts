import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const row = "known.map((word) => (words.includes(word) ? 1 : 0))";
const keep = "chance < share ? 0 : value";
const guided = "value + weight * (told[j]! - value)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "by-word",
    expect: "The row has one for each known word",
    replace: [[row, "words.map((word) => (known.includes(word) ? 1 : 0))"]],
  },
  {
    name: "counted",
    expect: "a word that is said twice counts once",
    replace: [[row, "known.map((word) => words.filter((each) => each === word).length)"]],
  },
  {
    name: "swapped-bits",
    expect: "0 and 1 are swapped",
    replace: [[row, "known.map((word) => (words.includes(word) ? 0 : 1))"]],
  },
  {
    name: "places",
    expect: "these are the places of the words",
    replace: [
      [row, "words.filter((word) => known.includes(word)).map((word) => known.indexOf(word))"],
    ],
  },
  {
    name: "places-among-words",
    expect: "these are places among the words",
    replace: [[row, "known.map((word) => words.indexOf(word) + 1)"]],
  },
  {
    name: "cases-swapped",
    expect: "the two cases are swapped",
    replace: [[keep, "chance < share ? value : 0"]],
  },
  {
    name: "fainter",
    expect: "the row is made fainter",
    replace: [[keep, "value * (1 - share) + 0 * chance"]],
  },
  {
    name: "nothing",
    expect: "zeros, not nothing",
    replace: [["row.map((value) => (chance < share ? 0 : value))", "chance < share ? [] : row"]],
  },
  {
    name: "first-only",
    expect: "only the first number is withheld",
    replace: [
      [
        "row.map((value) => (chance < share ? 0 : value))",
        "row.map((value, j) => (j === 0 && chance < share ? 0 : value))",
      ],
    ],
  },
  {
    name: "from-told",
    expect: "this starts from told",
    replace: [[guided, "told[j]! + weight * (told[j]! - value)"]],
  },
  {
    name: "swapped",
    expect: "this goes from told to untold",
    replace: [[guided, "told[j]! + weight * (value - told[j]!)"]],
  },
  {
    name: "away",
    expect: "this goes away from what is asked for",
    replace: [[guided, "value - weight * (told[j]! - value)"]],
  },
  {
    name: "no-difference",
    expect: "untold is missing in the difference",
    replace: [[guided, "value + weight * told[j]!"]],
  },
  {
    name: "only-the-way",
    expect: "Start it at untold",
    replace: [[guided, "weight * (told[j]! - value)"]],
  },
  {
    name: "larger",
    expect: "this makes the whole answer larger",
    replace: [[guided, "weight * told[j]! + 0 * value"]],
  },
  {
    name: "mean",
    expect: "this is a mean of the two",
    replace: [[guided, "(value + weight * told[j]!) / (1 + weight)"]],
  },
  {
    name: "told-only",
    expect: "this is told, whatever the weight",
    replace: [[guided, "told[j]! + 0 * weight * value"]],
  },
];
