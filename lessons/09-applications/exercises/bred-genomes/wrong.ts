import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const length = "Math.sqrt(shares.reduce((sum, share) => sum + share * share, 0))";
const mixed = "shares[j]! * parent[i]!";
const crossing = "tosses[i] ? value : b[i]!";
const kept = "Math.sqrt(1 - strength * strength)";
const mutation = "kept * value + strength * noise[i]!";

export const wrong: readonly WrongAnswer[] = [
  {name: "not-divided", expect: "nothing is divided yet", replace: [[length, "1"]]},
  {
    name: "mean",
    expect: "this is a mean. Its numbers",
    replace: [[length, "shares.reduce((sum, share) => sum + share, 0)"]],
  },
  {
    name: "no-root",
    expect: "Take its root",
    replace: [[length, "shares.reduce((sum, share) => sum + share * share, 0)"]],
  },
  {
    name: "all-alike",
    expect: "Each has a share",
    replace: [
      [length, "Math.sqrt(shares.length)"],
      [mixed, "parent[i]!"],
    ],
  },
  {
    name: "turned-round",
    expect: "true takes the number of a",
    replace: [[crossing, "tosses[i] ? b[i]! : value"]],
  },
  {name: "halves", expect: "takes each number whole", replace: [[crossing, "(value + b[i]!) / 2"]]},
  {
    name: "one-toss",
    expect: "Each has its own",
    replace: [[crossing, "tosses[0] ? value : b[i]!"]],
  },
  {name: "kept-whole", expect: "the numbers would grow", replace: [[kept, "1"]]},
  {name: "straight-line", expect: "must add up to 1", replace: [[kept, "1 - strength"]]},
  {name: "root-forgotten", expect: "take the root", replace: [[kept, "1 - strength * strength"]]},
  {
    name: "strength-of-the-parent",
    expect: "share of the noise",
    replace: [[mutation, "strength * value + kept * noise[i]!"]],
  },
];
