import type {Draw} from "../../../../lib/grading/draw.js";
import {property} from "../../../../lib/grading/spec.js";

interface Logits {
  readonly real: number[];
  readonly fake: number[];
}

function drawLogits(draw: Draw): Logits {
  const some = () => draw.list(1, 20, () => draw.number(-12, 12));
  return {real: some(), fake: some()};
}

/** Up to 800, where exp overflows, and between, where the curve is all but its two lines. */
function drawLarge(draw: Draw): Logits {
  const size = () => draw.oneOf([800, 720, 40, 15, 0]) * draw.oneOf([1, -1]);
  const some = () => draw.list(1, 20, size);
  return {real: some(), fake: some()};
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
/** -ln sigma(x): what a picture costs that should be called real. */
const asReal = (x: number) => softplus(-x);
/** -ln(1 - sigma(x)): what one costs that should be called generated. */
const asFake = softplus;

const exactWhenLarge =
  "the rule is the same for logits this large, in full: nothing is cut, nothing is added. -ln sigma(x) is softplus(-x), and softplus(x) is max(x, 0) + ln(1 + exp(-|x|)), all but 0 on one side and all but x on the other.";
const gradientWhenLarge =
  "the rule is the same for logits this large: sigma(x) is all but 0 or all but 1 there, and nothing is cut. A judge that is wrong and sure hears it in full, one that is right almost nothing.";
const quotient =
  "exp of a large number is Infinity, and Infinity / Infinity is NaN. Write sigma(x) as 1 / (1 + exp(-x)): 1 / Infinity is 0, as it should be.";
const overflow =
  "exp of a large number is Infinity, and the logarithm of 0 is -Infinity. Write -ln sigma(x) as softplus(-x), and softplus(x) as max(x, 0) + ln(1 + exp(-|x|)).";
const withoutLog = "there is no logarithm in this. Take -ln of each probability before the mean.";
const inBits = "this is in bits. Use Math.log, not Math.log2.";
const hinge =
  "this is the hinge loss, made of the logits themselves. Asked for are logarithms of probabilities: -ln sigma(x).";
const summed =
  "you summed over the pictures. Take the mean of each kind, or the loss grows with the batch.";

/** What the loss of the discriminator is made of, so that mistakes can be made with it. */
function discriminatorLoss({real, fake}: Logits, fold = mean, onReal = asReal, onFake = asFake) {
  return fold(real.map(onReal)) + fold(fake.map(onFake));
}

function discriminatorGradient({real, fake}: Logits, scale = 1, n = real.length, m = fake.length) {
  return {
    real: real.map((r) => (-scale * sigmoid(-r)) / n),
    fake: fake.map((f) => (scale * sigmoid(f)) / m),
  };
}

export const tests = [
  property("losses", "the discriminator's loss", 2, drawLogits, async (logits, {call, check}) => {
    const {real, fake} = logits;
    const loss = discriminatorLoss(logits);
    check.close(await call("discriminatorLoss", real, fake), loss, {
      advice: "mean of -ln D over the real ones, plus mean of -ln(1 - D) over the generated ones.",
      mistakes: [
        {
          value: -loss,
          advice:
            "the sign is wrong. Logarithms of probabilities are negative, and a loss is minus them.",
        },
        {value: discriminatorLoss(logits, sum), advice: summed},
        {
          value: discriminatorLoss(logits, mean, asFake, asReal),
          advice: "the targets are swapped: this pays for calling real pictures generated.",
        },
        {
          value: discriminatorLoss(logits, mean, asReal, asReal),
          advice: "both kinds are taken for real. A generated picture costs -ln(1 - D).",
        },
        {value: loss / Math.LN2, advice: inBits},
        {
          value: discriminatorLoss(
            logits,
            mean,
            (r) => Math.max(0, 1 - r),
            (f) => Math.max(0, 1 + f),
          ),
          advice: hinge,
        },
        {value: loss / 2, advice: "this is half of it: add the two means, do not average them."},
        {
          value: mean([...real.map(asReal), ...fake.map(asFake)]),
          advice: "this is one mean over all pictures. Take the mean of each kind and add the two.",
        },
        {
          value: discriminatorLoss(logits, mean, (r) => 1 - sigmoid(r), sigmoid),
          advice: withoutLog,
        },
        {
          value: discriminatorLoss(logits, mean, sigmoid, (f) => 1 - sigmoid(f)),
          advice: withoutLog,
        },
      ],
    });
  }),
  property("losses", "the generator's loss", 2, drawLogits, async ({fake}, {call, check}) => {
    const loss = mean(fake.map(asReal));
    check.close(await call("generatorLoss", fake), loss, {
      advice: "mean of -ln D over the generated ones: the generator wants them to be called real.",
      mistakes: [
        {
          value: -loss,
          advice:
            "the sign is wrong. Logarithms of probabilities are negative, and a loss is minus them.",
        },
        {value: sum(fake.map(asReal)), advice: summed},
        {value: loss / Math.LN2, advice: inBits},
        {value: mean(fake.map((f) => Math.max(0, 1 - f))), advice: hinge},
        {value: -mean(fake), advice: hinge},
        {
          value: -mean(fake.map(asFake)),
          advice:
            "this is the minimax loss, ln(1 - D). It is flat where the judge is sure, just where the generator has most to learn. The non-saturating one is -ln D.",
        },
        {
          value: mean(fake.map(asFake)),
          advice:
            "this is what the discriminator pays for them. The generator wants the opposite: -ln D.",
        },
        {value: mean(fake.map((f) => 1 - sigmoid(f))), advice: withoutLog},
        {value: mean(fake.map(sigmoid)), advice: withoutLog},
        {value: -mean(fake.map(sigmoid)), advice: withoutLog},
      ],
    });
  }),
  property(
    "large",
    "the losses stay finite and exact",
    1,
    drawLarge,
    async (logits, {call, check}) => {
      const {real, fake} = logits;
      const demand = {advice: exactWhenLarge, overflow};
      const yours = await call("discriminatorLoss", real, fake);
      check.close(yours, discriminatorLoss(logits), demand);
      check.close(await call("generatorLoss", fake), mean(fake.map(asReal)), demand);
    },
    20,
  ),
  property(
    "large",
    "the gradients stay finite and exact",
    1,
    drawLarge,
    async (logits, {call, check}) => {
      const {real, fake} = logits;
      const demand = {advice: gradientWhenLarge, overflow: quotient};
      const yours = await call("discriminatorGradient", real, fake);
      check.close(yours, discriminatorGradient(logits), demand);
      const right = fake.map((f) => -sigmoid(-f) / fake.length);
      check.close(await call("generatorGradient", fake), right, demand);
    },
    20,
  ),
  property(
    "gradients",
    "the discriminator's gradient",
    2,
    drawLogits,
    async (logits, {call, check}) => {
      const {real, fake} = logits;
      const right = discriminatorGradient(logits);
      check.close(await call("discriminatorGradient", real, fake), right, {
        advice: "-sigma(-r) / N for each real logit, sigma(f) / M for each generated one.",
        mistakes: [
          {
            value: discriminatorGradient(logits, -1),
            advice:
              "the sign is wrong: this is the way down. The gradient points up, to more loss.",
          },
          {
            value: discriminatorGradient(logits, 1, 1, 1),
            advice: "the losses are means, so each logit counts 1 / N or 1 / M.",
          },
          {
            value: {real: right.real, fake: fake.map(() => 0)},
            advice:
              "the generated pictures are detached from the generator here, not from the discriminator: it learns from them, too.",
          },
          {
            value: {
              real: real.map((r) => -sigmoid(r) / real.length),
              fake: fake.map((f) => sigmoid(-f) / fake.length),
            },
            advice:
              "this pushes most where the judge is right already. It must learn from its mistakes: sigma(-r) and sigma(f).",
          },
        ],
      });
    },
  ),
  property(
    "gradients",
    "the generator's gradient",
    2,
    drawLogits,
    async ({fake}, {call, check}) => {
      const right = fake.map((f) => -sigmoid(-f) / fake.length);
      check.close(await call("generatorGradient", fake), right, {
        advice: "the slope of softplus(-f) is -sigma(-f), and the mean divides it by M.",
        mistakes: [
          {
            value: right.map((g) => -g),
            advice:
              "the sign is wrong. Raising a logit lowers the generator's loss, so the gradient is negative.",
          },
          {
            value: right.map((g) => g * fake.length),
            advice: "the loss is a mean, so each logit counts 1 / M.",
          },
          {
            value: fake.map(() => 0),
            advice:
              "nothing arrives: the pictures are detached. In the generator's step the gradient must pass through the judge.",
          },
          {
            value: fake.map((f) => -sigmoid(f) / fake.length),
            advice:
              "this is the slope of the minimax loss, ln(1 - D). It is near 0 where the judge is sure; the non-saturating one is not.",
          },
          {
            value: fake.map((f) => sigmoid(f) / fake.length),
            advice:
              "this is the slope of the discriminator's loss. The generator's points the other way.",
          },
        ],
      });
    },
  ),
];
