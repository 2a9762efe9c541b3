import type {WrongAnswer} from "../../../../lib/grading/wrong-answer.js";

const won = 'choice === "tie" ? 0.5 : choice === "left" ? 1 : 0';

export const wrong: readonly WrongAnswer[] = [
  {
    name: "as-it-was",
    expect: "for whom does it count here",
    replace: [[won, 'choice === "right" ? 0 : 1']],
  },
  {
    name: "right-hand-winner",
    expect: "a win of the one on the right",
    replace: [[won, 'choice === "left" ? 1 : 0']],
  },
  {
    name: "ties-passed-over",
    expect: "now ties are passed over",
    replace: [["    const expected", '    if (choice === "tie") continue;\n    const expected']],
  },
  {
    name: "ties-taken-out",
    expect: "now ties are taken out",
    replace: [
      [
        "  const slopes",
        '  answers = answers.filter(({choice}) => choice !== "tie");\n  const slopes',
      ],
      ["/ answers.length)", "/ Math.max(1, answers.length))"],
    ],
  },
  {
    name: "both-win",
    expect: "a whole win for both",
    replace: [
      [won, 'choice === "right" ? 0 : 1'],
      ["- won + expected", '- (choice === "tie" ? -expected : won - expected)'],
    ],
  },
  {
    name: "both-lose",
    expect: "a loss for both",
    replace: [
      [won, 'choice === "left" ? 1 : 0'],
      ["- won + expected", '- (choice === "tie" ? 1 - expected : won - expected)'],
    ],
  },
  {name: "downhill", expect: "down the likelihood", replace: [["+ (2 * slopes", "- (2 * slopes"]]},
];
