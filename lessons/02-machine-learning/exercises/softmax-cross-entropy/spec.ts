import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Batch {
  readonly logits: number[][];
  readonly labels: number[];
}

function drawBatch(draw: Draw): Batch {
  const classes = draw.integer(2, 5);
  const logits = draw.list(1, 4, () => draw.numbers(classes, -5, 5));
  return {logits, labels: logits.map(() => draw.integer(0, classes - 1))};
}

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
  "exp of a large logit is Infinity, and Infinity / Infinity is NaN. Subtract the largest logit from all of them first.";
const columns =
  "your softmax runs over the pictures of the batch. It belongs to one picture: along a row, over its classes.";

export const tests = [
  property(
    "softmax",
    "gives the shares of any logits",
    1,
    (draw) => draw.list(2, 5, () => draw.number(-5, 5)),
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
  test("softmax", "survives large logits", 1, async ({call, check, random}) => {
    const row = [1000, 1000 - random.integer(4), random.integer(9) - 1000];
    check.close(await call("softmax", row), softmax(row), {
      advice: "subtract the largest logit from all of them before you take exp.",
      mistakes: [{value: plainSoftmax(row), advice: overflow}],
    });
  }),
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
  test("loss", "is finite for large logits", 1, async ({call, check, random}) => {
    const batch = {
      logits: [
        [1000 + random.integer(9), 0],
        [0, -1000],
      ],
      labels: [1, 0],
    };
    check.close(await call("crossEntropy", batch.logits, batch.labels), mean(losses(batch)), {
      advice:
        "a share can be so small that it is 0 in a double, and log(0) is -Infinity. Take the logarithm by hand: -log p[y] = log(sum of exp(z)) - z[y], with the largest logit subtracted inside.",
      mistakes: [{value: Number.NaN, advice: overflow}],
    });
  }),
  property("gradient", "is the slope of the loss", 3, drawBatch, async (batch, {call, check}) => {
    const each = 1 / batch.logits.length;
    const yours = await call("crossEntropyGradient", batch.logits, batch.labels);
    check.close(yours, gradient(batch, each), {
      advice:
        "for each row it is (softmax - 1 at the right class, softmax elsewhere) / number of rows.",
      mistakes: [
        {
          value: gradient(batch, -each),
          advice: "the sign is wrong: this is the way down. The gradient points up, to more loss.",
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
];
