import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

/** Answers of a classifier: some sure, some not, and some classes at exactly 0. */
function drawAnswers(draw: Draw): number[][] {
  const classes = draw.size(2, 5, 12);
  return draw.list(1, 20, () => {
    const weights = Array.from({length: classes}, () => draw.integer(0, 9) * draw.integer(0, 3));
    weights[draw.integer(0, classes - 1)]! += 1;
    return shares(weights);
  });
}

function shares(weights: readonly number[]): number[] {
  return weights.map((weight) => weight / sum(weights));
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function meanAnswer(answers: readonly number[][]): number[] {
  return answers[0]!.map((_, k) => sum(answers.map((answer) => answer[k]!)) / answers.length);
}

/** Σ p ln(p / q) over the classes that p has. */
function divergence(p: readonly number[], q: readonly number[]): number {
  return sum(p.map((value, k) => (value > 0 ? value * Math.log(value / q[k]!) : 0)));
}

function divergences(answers: readonly number[][], against = meanAnswer(answers)): number[] {
  return answers.map((answer) => divergence(answer, against));
}

const overflow =
  "a probability of 0 makes a logarithm -Infinity, and 0 * -Infinity is NaN. A class that has 0 adds nothing: leave it out.";

export const tests = [
  property(
    "mean",
    "has a number for each class",
    2,
    drawAnswers,
    async (answers, {call, check}) => {
      const right = meanAnswer(answers);
      check.close(await call("meanAnswer", answers), right, {
        advice:
          "for each class, add up what all pictures have there, and divide by how many pictures there are.",
        mistakes: [
          {
            value: right.map((value) => value * answers.length),
            advice: "this is the sum of the answers. Also divide by how many pictures there are.",
          },
          {
            value: right.map((_, k) => sum(answers[k] ?? answers[0]!) / right.length),
            advice:
              "this mean runs along a row, over the classes of one picture. It belongs down a column: one class, all pictures.",
          },
        ],
      });
    },
  ),
  property(
    "score",
    "is exp of the mean divergence",
    3,
    drawAnswers,
    async (answers, {call, check}) => {
      const each = divergences(answers);
      const [total, n] = [sum(each), answers.length];
      const uniform = answers[0]!.map(() => 1 / answers[0]!.length);
      check.close(await call("inceptionScore", answers), Math.exp(total / n), {
        advice:
          "for each picture the sum of p * ln(p / mean) over its classes, without those that have 0; then the mean over the pictures, and exp of it.",
        overflow,
        mistakes: [
          {
            value: total / n,
            advice: "this is the mean divergence. Take exp of it, so that it counts kinds.",
          },
          {
            value: Math.exp(total / n / Math.LN2),
            advice: "this is in bits. Use Math.log, which belongs to Math.exp.",
          },
          {
            value: Math.exp(total),
            advice:
              "you summed over the pictures. Divide by how many there are before exp, or the score grows with them.",
          },
          {
            value: Math.exp(-total / n),
            advice:
              "the quotient is upside down: p / mean, so that a sure answer counts as far from the mean.",
          },
          {
            value: Math.exp(sum(divergences(answers, uniform)) / n),
            advice:
              "this compares against classes that are all as many. Compare with the mean answer, which says how many there were.",
          },
          {
            value: sum(each.map(Math.exp)) / n,
            advice: "the mean comes first, then exp: you took exp of each picture's divergence.",
          },
        ],
      });
    },
  ),
  test(
    "score",
    "counts classes of which the classifier is sure",
    1,
    async ({call, check, random}) => {
      const classes = 11 + random.integer(20);
      const sure = Array.from({length: 2 * classes}, (_, i) =>
        Array.from({length: classes}, (_, k) => (i % classes === k ? 1 : 0)),
      );
      check.close(await call("inceptionScore", sure), classes, {
        advice:
          "each of the classes came twice, and the classifier was sure of every picture: the score is the number of classes, in full.",
        overflow,
      });
    },
  ),
];
