import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";

interface Batch {
  readonly logits: number[][];
  readonly labels: number[];
}

function drawBatch(draw: Draw, row = (classes: number) => draw.numbers(classes, -5, 5)): Batch {
  const classes = draw.size(1, 5, 20);
  const logits = draw.list(1, 20, () => row(classes));
  return {logits, labels: logits.map(() => draw.integer(0, classes - 1))};
}

/** All near 1000, all near -1000, or both and 0: whatever is subtracted but the largest, some power overflows or all vanish. */
function drawLarge(draw: Draw, classes: number): number[] {
  const sizes = draw.oneOf([[1000], [-1000], [0, 1000, -1000]]);
  return Array.from({length: classes}, () => draw.oneOf(sizes) * (1 - draw.integer(0, 5) / 1000));
}

const drawLargeBatch = (draw: Draw) => drawBatch(draw, (classes) => drawLarge(draw, classes));

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Shares without protection against overflow. */
function plainSoftmax(row: readonly number[]): number[] {
  const powers = row.map(Math.exp);
  return powers.map((power) => power / sum(powers));
}

function softmax(row: readonly number[]): number[] {
  const largest = Math.max(...row);
  return plainSoftmax(row.map((z) => z - largest));
}

function losses({logits, labels}: Batch): number[] {
  return logits.map((row, n) => {
    const largest = Math.max(...row);
    return largest + Math.log(sum(row.map((z) => Math.exp(z - largest)))) - row[labels[n]!]!;
  });
}

function gradient({logits, labels}: Batch, scale: number, shares = softmax): number[][] {
  return logits.map((row, n) => shares(row).map((p, k) => scale * (p - (k === labels[n] ? 1 : 0))));
}

/** What softmax down the columns instead of along the rows gives. */
function columnShares(logits: readonly number[][]): number[][] {
  const columns = logits[0]!.map((_, k) => softmax(logits.map((row) => row[k]!)));
  return logits.map((row, n) => row.map((_, k) => columns[k]![n]!));
}

const overflow =
  "a power of e is Infinity here, or all of them are 0, and Infinity / Infinity and 0 / 0 are NaN. Subtract the largest logit of the row first: then the largest power is 1.";
const exactWhenLarge =
  "the rule is the same for logits this large, in full: only the differences between them matter. Subtract the largest from all, and cut nothing.";
const columns =
  "your softmax runs over the pictures of the batch. It belongs to one picture: along a row, over its classes.";

export const tests = [
  property(
    "softmax",
    "gives the shares of any logits",
    1,
    (draw) => draw.list(1, 20, () => draw.number(-5, 5)),
    async (row, {call, check}) => {
      check.close(await call("softmax", row), softmax(row), {
        advice: "take exp of each logit, then divide each by the sum of all.",
        mistakes: [
          {
            value: row.map(Math.exp),
            advice: "the powers do not sum to 1 yet. Divide each by their sum.",
          },
          {
            value: row.map((z) => z / sum(row)),
            advice: "dividing the logits themselves can give negative shares. Take exp first.",
          },
        ],
      });
    },
  ),
  property(
    "softmax",
    "survives large logits",
    1,
    (draw) => drawLarge(draw, draw.size(1, 4, 20)),
    async (row, {call, check}) => {
      check.close(await call("softmax", row), softmax(row), {advice: exactWhenLarge, overflow});
    },
  ),
  property(
    "loss",
    "is the mean of -log of the right class's share",
    2,
    drawBatch,
    async (batch, {call, check}) => {
      const rightShares = (shares: readonly number[][]) =>
        shares.map((row, n) => row[batch.labels[n]!]!);
      const right = rightShares(batch.logits.map(softmax));
      const loss = mean(losses(batch));
      check.close(await call("crossEntropy", batch.logits, batch.labels), loss, {
        advice: "for each row, take -log of the share at its label; then the mean over the rows.",
        mistakes: [
          {
            value: -loss,
            advice:
              "the sign is wrong. A share is below 1, its logarithm is negative, and the loss is minus that.",
          },
          {
            value: sum(losses(batch)),
            advice:
              "you summed over the batch. Divide by the number of pictures, or the loss grows with the batch.",
          },
          {
            value: mean(right),
            advice: "this is the mean share of the right class, without a logarithm.",
          },
          {
            value: -mean(right),
            advice: "this is the mean share of the right class, without a logarithm.",
          },
          {
            value: 1 - mean(right),
            advice: "this is one minus the mean share, without a logarithm.",
          },
          {value: loss / Math.LN2, advice: "this is in bits. Use Math.log, not Math.log2."},
          {value: -mean(rightShares(columnShares(batch.logits)).map(Math.log)), advice: columns},
        ],
      });
    },
  ),
  property(
    "loss",
    "is finite and exact for large logits",
    1,
    drawLargeBatch,
    async (batch, {call, check}) => {
      check.close(await call("crossEntropy", batch.logits, batch.labels), mean(losses(batch)), {
        advice:
          "the loss of logits this large is the same mean, in full: no share is cut, and nothing is added to one. Take the logarithm by hand, -log p[y] = log(sum of exp(z)) - z[y], with the largest logit subtracted inside.",
        overflow:
          "a share can be so small that it is 0 in a double, and log(0) is -Infinity; exp of a large logit is Infinity. Take the logarithm by hand: -log p[y] = log(sum of exp(z)) - z[y], with the largest logit subtracted inside.",
      });
    },
    20,
  ),
  property("gradient", "is the slope of the loss", 2, drawBatch, async (batch, {call, check}) => {
    const each = 1 / batch.logits.length;
    const yours = await call("crossEntropyGradient", batch.logits, batch.labels);
    check.close(yours, gradient(batch, each), {
      advice:
        "for each row it is (softmax - 1 at the right class, softmax elsewhere) / number of rows.",
      mistakes: [
        {
          value: gradient(batch, -each),
          advice: "the sign is wrong: this points down. The gradient points up, to more loss.",
        },
        {
          value: gradient(batch, 1),
          advice:
            "the loss is a mean over the batch, so its gradient has a factor 1 / number of rows.",
        },
        {
          value: batch.logits.map((row) => softmax(row).map((p) => p * each)),
          advice:
            "these are the shares. Take 1 from the right class: that is what pulls its logit up.",
        },
        {
          value: columnShares(batch.logits).map((row, n) =>
            row.map((p, k) => (p - (k === batch.labels[n] ? 1 : 0)) * each),
          ),
          advice: columns,
        },
      ],
    });
  }),
  property(
    "gradient",
    "is the slope for large logits, too",
    1,
    drawLargeBatch,
    async (batch, {call, check}) => {
      const yours = await call("crossEntropyGradient", batch.logits, batch.labels);
      check.close(yours, gradient(batch, 1 / batch.logits.length), {
        advice: exactWhenLarge,
        overflow,
      });
    },
  ),
];
