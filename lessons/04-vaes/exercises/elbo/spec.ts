import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Grid = number[][];

interface Batch {
  readonly logits: Grid;
  readonly pixels: Grid;
  readonly mu: Grid;
  readonly logvar: Grid;
  readonly beta: number;
}

function drawBatch(draw: Draw): Batch {
  const [count, width, size] = [draw.size(1, 4, 9), draw.size(1, 4, 20), draw.size(1, 3, 20)];
  return {
    logits: draw.matrix(count, width, -12, 12, 1),
    pixels: draw.matrix(count, width, 0, 1, 1),
    mu: draw.matrix(count, size, -3, 3, 1),
    logvar: draw.matrix(count, size, -2, 2, 1),
    beta: draw.oneOf([1, 0, 0.3, 2.5, 7]),
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));
/** ln σ(a), exact at both ends. */
const logSigmoid = (a: number) => Math.min(a, 0) - Math.log1p(Math.exp(-Math.abs(a)));

type Rule = (a: number, x: number) => number;

const onPixel: Rule = (a, x) => x * logSigmoid(a) + (1 - x) * logSigmoid(-a);

function likelihood(logits: readonly number[], pixels: readonly number[], rule = onPixel): number {
  return sum(logits.map((a, p) => rule(a, pixels[p]!)));
}

const divergence = (mu: readonly number[], logvar: readonly number[]) =>
  sum(mu.map((m, j) => 0.5 * (m ** 2 + Math.exp(logvar[j]!) - logvar[j]! - 1)));

/** Each picture's two terms; `fold` says how they become one number. */
function bound(batch: Batch, fold: (likelihood: number, divergence: number) => number): number[] {
  return batch.logits.map((row, i) =>
    fold(likelihood(row, batch.pixels[i]!), divergence(batch.mu[i]!, batch.logvar[i]!)),
  );
}

const overflow =
  "the logarithm of 0 is -Infinity, and exp of a large number is Infinity. Write ln s as -softplus(-a), ln(1 - s) as -softplus(a), and softplus(a) as max(a, 0) + ln(1 + exp(-|a|)).";
const meanOverPixels =
  "you took the mean over the pixels. A picture's probability is a product over its pixels, so its logarithm is a sum; with a mean, beta is not what it says.";
const isLoss = "the sign is wrong: this is the loss, minus what was asked. It is to be made large.";

const likelihoodDemand = (logits: number[], pixels: number[]) => {
  const of = (rule: Rule) => likelihood(logits, pixels, rule);
  const right = of(onPixel);
  return {
    advice: "the sum over pixels of x ln s + (1 - x) ln(1 - s), with s the logistic of the logit.",
    overflow:
      "the logits themselves were taken for probabilities, and the logarithm of a negative number is NaN, that of 0 infinite. Make a probability of each: 1 / (1 + exp(-a)).",
    mistakes: [
      {value: -right, advice: isLoss},
      {value: right / logits.length, advice: meanOverPixels},
      {
        value: of((a, x) => x * logSigmoid(a)),
        advice: "only the white is counted. The black has a probability, too: (1 - x) ln(1 - s).",
      },
      {
        value: of((a, x) => onPixel(a, 1 - x)),
        advice: "white and black are swapped: x goes with ln s, 1 - x with ln(1 - s).",
      },
      {
        value: of((a, x) => x * sigmoid(a) + (1 - x) * sigmoid(-a)),
        advice: "there is no logarithm in this. Take it of each probability before the sum.",
      },
      {
        value: of((a, x) => Math.log(x * sigmoid(a) + (1 - x) * sigmoid(-a))),
        advice: "the logarithm is taken of the mixture. Take it of each of the two probabilities.",
      },
      {
        value: of((a, x) => -((x - sigmoid(a)) ** 2)),
        advice:
          "this is a squared error. The text's decoder says probabilities: take their logarithms.",
      },
      {
        value: of((a, x) => onPixel(a, x) / Math.LN2),
        advice:
          "this is in bits: Math.log2 was used. With Math.log it is in nats, as the divergence is.",
      },
      {
        value: of((a, x) => x * a),
        advice: "the second part is missing: a x - softplus(a).",
      },
    ],
  };
};

const boundDemand = (batch: Batch) => {
  const {beta, logits, mu} = batch;
  const all = (fold: (likelihood: number, divergence: number) => number) =>
    mean(bound(batch, fold));
  const pixels = logits[0]!.length;
  return {
    advice:
      "for each picture log-likelihood - beta * divergence, then the mean over the batch and over nothing else.",
    mistakes: [
      {value: all((l, d) => beta * d - l), advice: isLoss},
      {
        value: all((l, d) => l + beta * d),
        advice:
          "the divergence is added. It is what the code costs: subtract it, or codes are paid for lying far out.",
      },
      {value: all((l, d) => l / pixels - beta * d), advice: meanOverPixels},
      {
        value: all((l, d) => l - (beta * d) / mu[0]!.length),
        advice: "you took the mean over the numbers of the code. Take the sum, as over the pixels.",
      },
      {
        value: all((l, d) => l / pixels - (beta * d) / mu[0]!.length),
        advice: "means over pixels and over the code: take sums, and the mean over the batch only.",
      },
      {
        value: sum(bound(batch, (l, d) => l - beta * d)),
        advice: "you summed over the batch. Take the mean, or the step grows with the batch.",
      },
      {
        value: all((l) => l) - beta * sum(bound(batch, (_, d) => d)),
        advice: "the divergence is summed over the batch. Take the mean of both terms.",
      },
      {value: all((l, d) => l - d), advice: "beta is missing: it multiplies the divergence."},
      {
        value: all((l, d) => beta * l - d),
        advice: "beta multiplies the log-likelihood. It belongs to the divergence.",
      },
      {
        value: all((l, d) => beta * (l - d)),
        advice: "beta multiplies both terms. It belongs to the divergence alone.",
      },
      {
        value: all((l, d) => l - 2 * beta * d),
        advice: "the divergence is twice what it should be: its factor 1/2 is missing.",
      },
      {value: all((l) => l), advice: "the divergence is missing."},
    ],
  };
};

const gradientDemand = ({logits, pixels}: Pick<Batch, "logits" | "pixels">) => {
  const of = (rule: Rule) => logits.map((row, i) => row.map((a, p) => rule(a, pixels[i]![p]!)));
  const count = logits.length;
  return {
    advice: "(x - s) / B for each pixel, with s the logistic of the logit.",
    mistakes: [
      {
        value: of((a, x) => (sigmoid(a) - x) / count),
        advice:
          "the sign is wrong: this is the gradient of the loss. The bound rises the other way.",
      },
      {
        value: of((a, x) => x - sigmoid(a)),
        advice: "the bound is a mean over the batch: divide by B.",
      },
      {
        value: of((a, x) => (x - sigmoid(a)) / count / logits[0]!.length),
        advice: "nothing is divided by the number of pixels: the bound is a sum over them.",
      },
      {
        value: of((a, x) => ((x - sigmoid(a)) * sigmoid(a) * sigmoid(-a)) / count),
        advice:
          "the slope of the logistic function is in it twice. The logarithm's own slope, 1 / (s (1 - s)), takes it away.",
      },
      {
        value: of((a, x) => (2 * (x - sigmoid(a)) * sigmoid(a) * sigmoid(-a)) / count),
        advice:
          "this is the gradient of a squared error. It all but vanishes where the decoder is sure.",
      },
      {
        value: of((a, x) => (x - a) / count),
        advice: "the logit is no probability. Compare x with 1 / (1 + exp(-a)).",
      },
      {
        value: of((a, x) => (x * sigmoid(-a)) / count),
        advice:
          "only the white teaches here. Black that is called white must be told off, too: - (1 - x) s.",
      },
    ],
  };
};

/** A 7 of 7 by 7 pixels, and logits that blur it to the right. */
function blurred(): {readonly pixels: number[]; readonly blur: number[]} {
  const inked = (y: number, x: number) => (y === 1 && x > 0 && x < 6) || (y > 1 && x === 7 - y);
  const cells = Array.from({length: 49}, (_, i) => [Math.floor(i / 7), i % 7] as const);
  return {
    pixels: cells.map(([y, x]) => (inked(y, x) ? 1 : 0)),
    blur: cells.map(([y, x]) => (inked(y, x) ? 2 : inked(y, x - 1) ? 1 : -3)),
  };
}

export const tests = [
  property(
    "likelihood",
    "the sum over the pixels",
    2,
    (draw) => {
      const size = draw.size(1, 4, 20);
      return {logits: draw.numbers(size, -12, 12, 1), pixels: draw.numbers(size, 0, 1, 1)};
    },
    async ({logits, pixels}, {call, check}) => {
      const yours = await call("logLikelihood", logits, pixels);
      check.close(yours, likelihood(logits, pixels), likelihoodDemand(logits, pixels));
    },
  ),
  test("likelihood", "logits of a decoder that is very sure", 2, async ({call, check, random}) => {
    const large = 700 + random.integer(100);
    const [logits, pixels] = [
      [large, -large, large, -large, 40],
      [1, 0, 0, 1, 0],
    ];
    const yours = await call("logLikelihood", logits, pixels);
    check.close(yours, -2 * large - 40, {
      advice:
        "also for logits this large it is the sum of x ln s + (1 - x) ln(1 - s), in full: no logit and no probability is cut, nothing is added in the logarithm. ln s is -softplus(-a), and softplus(a) is max(a, 0) + ln(1 + exp(-|a|)).",
      overflow,
    });
  }),
  property("bound", "two terms, sums and one mean", 3, drawBatch, async (batch, {call, check}) => {
    const {logits, pixels, mu, logvar, beta} = batch;
    const right = mean(bound(batch, (l, d) => l - beta * d));
    check.close(await call("elbo", logits, pixels, mu, logvar, beta), right, boundDemand(batch));
  }),
  property(
    "bound",
    "is the same for a batch that is there twice",
    1,
    drawBatch,
    async ({beta, ...batch}, {call, check}) => {
      const {logits, pixels, mu, logvar} = batch;
      const twice = [logits, pixels, mu, logvar].map((rows) => [...rows, ...rows]);
      const once = check.number(await call("elbo", logits, pixels, mu, logvar, beta));
      check.close(await call("elbo", ...twice, beta), once, {
        advice: "the same pictures again must not change it: take the mean over the batch.",
        mistakes: [
          {
            value: 2 * once,
            advice: "you summed over the batch. Take the mean, or the step grows with the batch.",
          },
        ],
      });
    },
    10,
  ),
  property(
    "gradient",
    "said against seen",
    1,
    (draw) => ({...drawBatch(draw), scale: draw.oneOf([1, 1, 60])}),
    async (drawn, {call, check}) => {
      const {pixels} = drawn;
      const logits = drawn.logits.map((row) => row.map((a) => a * drawn.scale));
      const batch = {...drawn, logits};
      const right = logits.map((row, i) =>
        row.map((a, p) => (pixels[i]![p]! - sigmoid(a)) / logits.length),
      );
      check.close(await call("logitGradient", logits, pixels), right, {
        ...gradientDemand(batch),
        overflow:
          "exp of a large number is Infinity, and Infinity / Infinity is NaN. Write s as 1 / (1 + exp(-a)): 1 / Infinity is 0, as it should be.",
      });
    },
  ),
  test("gradient", "of a 7 that was drawn blurred", 1, async ({call, check, random}) => {
    const {pixels, blur} = blurred();
    const logits = blur.map((a) => a * (0.8 + random.integer(40) / 100));
    const yours = await call("logitGradient", [logits], [pixels]);
    const right = logits.map((a, p) => pixels[p]! - sigmoid(a));
    const {advice, mistakes} = gradientDemand({logits: [logits], pixels: [pixels]});
    const rows = (row: unknown) => check.rows(row, 7);
    check.picture(
      rows(check.list(yours, 1, "picture", "return a list for each picture.")[0]),
      rows(right) as Grid,
      {
        advice: `${advice} Light pixels should get whiter, dark ones blacker.`,
        mistakes: mistakes.map(({value, advice}) => ({value: rows(value[0]), advice})),
      },
    );
  }),
];
