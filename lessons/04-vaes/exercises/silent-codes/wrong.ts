import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const mean = "((ofDrawn + ofTold) / n)";

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "one term is a mean over the points, the other grows with the batch",
    replace: [[mean, "(ofDrawn / n + ofTold)"]],
  },
  {
    name: "divided-twice",
    expect: "divided by the number of points twice",
    replace: [[mean, "(ofDrawn / n + ofTold / n / n)"]],
  },
  {
    name: "all-divided-again",
    expect: "one term still counts that many times as much",
    replace: [[mean, "((ofDrawn / n + ofTold) / n)"]],
  },
  {name: "both-summed", expect: "both terms are sums", replace: [[mean, "(ofDrawn + ofTold)"]]},
  {name: "no-kl", expect: "the KL term is left out", replace: [[mean, "(ofDrawn / n)"]]},
  {
    name: "kl-the-other-way",
    expect: "paid for being far from the prior",
    replace: [[mean, "((ofDrawn - ofTold) / n)"]],
  },
  {
    name: "nothing-drawn",
    expect: "nothing is drawn",
    replace: [
      ["mean + spread * noise[i]!", "mean"],
      ["(toZ * spread * noise[i]!) / 2", "0"],
    ],
  },
  {name: "uphill", expect: "up the slope", replace: [["weight - 0.02", "weight + 0.02"]]},
];
