import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const alarms = "wrongly / Math.max(1, allowed.length)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "among those that are held",
    replace: [[alarms, "wrongly / Math.max(1, held.length)"]],
  },
  {
    name: "over-all",
    expect: "divide by the allowed pictures alone",
    replace: [[alarms, "wrongly / Math.max(1, pictures.length)"]],
  },
  {
    name: "all-that-is-held",
    expect: "counts the forbidden ones that are held",
    replace: [[alarms, "held.length / Math.max(1, pictures.length)"]],
  },
  {name: "a-count", expect: "this is a number of pictures", replace: [[alarms, "wrongly"]]},
  {
    name: "the-other-way",
    expect: "the limit must rise",
    replace: [["limit + 0.5", "limit - 0.5"]],
  },
  {
    name: "above-only",
    expect: "exactly at the limit",
    replace: [["p >= limit", "p > limit"]],
  },
  {
    name: "below",
    expect: "those below the limit count as held",
    replace: [["p >= limit", "p < limit"]],
  },
  {
    name: "beyond-one",
    expect: "stays between 0 and 1",
    replace: [["Math.min(1, Math.max(0, next))", "next"]],
  },
  {
    name: "misses",
    expect: "these are the misses",
    replace: [
      [
        alarms,
        "pictures.filter(({p, forbidden}) => forbidden && p < limit).length / Math.max(1, pictures.length - allowed.length)",
      ],
    ],
  },
  {
    name: "stands-still",
    expect: "stays where it is",
    replace: [["limit + 0.5 * (falseAlarms - 0.05)", "limit + 0 * falseAlarms"]],
  },
];
