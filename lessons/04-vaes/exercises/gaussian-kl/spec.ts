import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Gaussian {
  readonly mu: number[];
  readonly logvar: number[];
}

function drawGaussian(draw: Draw, size: number): Gaussian {
  return {mu: draw.numbers(size, -3, 3, 1), logvar: draw.numbers(size, -2, 2, 1)};
}

function drawPair(draw: Draw): {readonly q: Gaussian; readonly p: Gaussian} {
  const size = draw.size(1, 3, 20);
  return {q: drawGaussian(draw, size), p: drawGaussian(draw, size)};
}

/** Of one number: what a mistake may change. */
interface Share {
  readonly mu: number;
  readonly logvar: number;
  readonly muOfP: number;
  readonly logvarOfP: number;
}

const standard = ({mu}: Gaussian): Gaussian => ({mu: mu.map(() => 0), logvar: mu.map(() => 0)});

function shares(q: Gaussian, p: Gaussian, rule: (share: Share) => number): number[] {
  return q.mu.map((mu, j) =>
    rule({mu, logvar: q.logvar[j]!, muOfP: p.mu[j]!, logvarOfP: p.logvar[j]!}),
  );
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const exp = Math.exp;

/** log(σp / σq) + (σq² + (μq − μp)²) / (2 σp²) − 1/2, as with standard deviations. */
function one({mu, logvar, muOfP, logvarOfP}: Share): number {
  const [deviation, deviationOfP] = [exp(logvar / 2), exp(logvarOfP / 2)];
  const squares = (deviation / deviationOfP) ** 2 + ((mu - muOfP) / deviationOfP) ** 2;
  return Math.log(deviationOfP / deviation) + squares / 2 - 0.5;
}

const kl = (q: Gaussian, p: Gaussian) => sum(shares(q, p, one));

const klDemand = (q: Gaussian, p: Gaussian) => {
  const of = (rule: (share: Share) => number) => sum(shares(q, p, rule));
  const right = kl(q, p);
  return {
    advice:
      "half of the sum over j of log(var p / var q) + (var q + (mu q - mu p) squared) / var p - 1.",
    mistakes: [
      {
        value: kl(p, q),
        advice:
          "q and p are swapped: this is the divergence of p from q, another number. p's variance is what you divide by.",
      },
      {value: 2 * right, advice: "this is twice the divergence: the factor 1/2 is missing."},
      {
        value: of((at) => one(at) + 0.5),
        advice: "the -1 is missing, so equal Gaussians would not have a divergence of 0.",
      },
      {
        value: -right,
        advice: "the sign is wrong. A divergence is never negative.",
      },
      {
        value: right / q.mu.length,
        advice:
          "this is the mean over the numbers of the code. They are independent, so their divergences add up: take the sum.",
      },
      {
        value: shares(q, p, one)[0],
        advice: "only the first number of the code is counted. Sum over all.",
      },
      {
        value: of((at) => one(at) - ((at.mu - at.muOfP) ** 2 * (exp(-at.logvarOfP) - 1)) / 2),
        advice:
          "the distance of the means is not measured in p's widths: divide its square by p's variance, too.",
      },
      {
        value: of(
          (at) => one(at) + (at.mu - at.muOfP - (at.mu - at.muOfP) ** 2) / (2 * exp(at.logvarOfP)),
        ),
        advice: "the distance of the means is not squared.",
      },
      {
        value: of((at) => one({...at, logvar: at.logvar / 2, logvarOfP: at.logvarOfP / 2})),
        advice:
          "you take exp(logvar / 2), the standard deviation, for the variance. The variance is exp(logvar).",
      },
      {
        value: of((at) => one({...at, logvar: 2 * at.logvar, logvarOfP: 2 * at.logvarOfP})),
        advice:
          "logvar is taken for the logarithm of the standard deviation and doubled. exp(logvar) is the variance already.",
      },
      {
        value: of((at) => one(at) + (at.logvar - at.logvarOfP)),
        advice: "the logarithm has the wrong sign: it is that of p's variance over q's.",
      },
      {
        value: of((at) => one(at) + (at.logvar - at.logvarOfP) / 2),
        advice: "the logarithm of the two variances is missing.",
      },
    ],
  };
};

const standardDemand = (q: Gaussian) => {
  const p = standard(q);
  const of = (rule: (share: Share) => number) => sum(shares(q, p, rule));
  const right = kl(q, p);
  return {
    advice: "half of the sum over j of mu squared + exp(logvar) - logvar - 1.",
    mistakes: [
      {value: kl(p, q), advice: "this is the divergence of the standard normal from q. Swap them."},
      {value: 2 * right, advice: "this is twice the divergence: the factor 1/2 is missing."},
      {
        value: -right,
        advice:
          "the sign is wrong. The formula is often written with -1/2 in front, and then all four signs in the bracket turn round.",
      },
      {
        value: of((at) => one(at) + 0.5),
        advice:
          "the -1 is missing, so the standard normal itself would not have a divergence of 0.",
      },
      {
        value: right / q.mu.length,
        advice: "this is the mean over the numbers of the code. Take the sum.",
      },
      {
        value: of(({mu}) => (mu ** 2 - 1) / 2),
        advice:
          "logvar is its own exponential here: the two parts cancel. The variance is exp(logvar).",
      },
      {
        value: of(({mu, logvar}) => (mu ** 2 + exp(logvar / 2) - logvar - 1) / 2),
        advice: "exp(logvar / 2) is the standard deviation. The variance is exp(logvar).",
      },
      {
        value: of(({mu, logvar}) => (mu + exp(logvar) - logvar - 1) / 2),
        advice: "mu is not squared: a mean of -3 would lower the divergence.",
      },
      {
        value: of(({mu, logvar}) => (mu ** 2 + exp(logvar) + logvar - 1) / 2),
        advice: "the logarithm has the wrong sign: narrow codes must cost, so it is - logvar.",
      },
      {
        value: of(({mu, logvar}) => (mu ** 2 + exp(logvar) - 1) / 2),
        advice: "logvar itself is missing: nothing then keeps the code from shrinking to a point.",
      },
    ],
  };
};

const gradientDemand = ({mu, logvar}: Gaussian) => ({
  advice: "along mu it is mu, along logvar (exp(logvar) - 1) / 2, number by number.",
  mistakes: [
    {
      value: {mu: mu.map((m) => 2 * m), logvar: logvar.map((l) => exp(l) - 1)},
      advice: "this is twice the gradient: the factor 1/2 is missing.",
    },
    {
      value: {mu: mu.map((m) => -m), logvar: logvar.map((l) => (1 - exp(l)) / 2)},
      advice: "the sign is wrong: this is the way down. The gradient points to more divergence.",
    },
    {
      value: {mu, logvar: logvar.map((l) => exp(l) / 2)},
      advice: "the slope of -logvar / 2 is missing: -1/2. Without it every code would shrink.",
    },
    {
      value: {mu, logvar: logvar.map((l) => (1 - exp(-l)) / 2)},
      advice:
        "this is the gradient with respect to the variance. Multiply by the variance's own slope along its logarithm, exp(logvar).",
    },
    {
      value: {mu, logvar: logvar.map((l) => exp(l / 2) - exp(-l / 2))},
      advice:
        "this is the gradient with respect to the standard deviation. Multiply by its own slope along logvar, exp(logvar / 2) / 2.",
    },
    {
      value: {
        mu: mu.map((m) => m / mu.length),
        logvar: logvar.map((l) => (exp(l) - 1) / 2 / mu.length),
      },
      advice: "the divergence is a sum over the numbers, so nothing is divided by their count.",
    },
  ],
});

/** The divergence of Gaussians of one number as the integral that defines it, by Simpson's rule over ten widths of q. */
function integral(q: Gaussian, p: Gaussian): number {
  const [mu, width] = [q.mu[0]!, exp(q.logvar[0]! / 2)];
  const logDensity = (z: number, {mu, logvar}: Gaussian) =>
    -0.5 * (Math.log(2 * Math.PI) + logvar[0]! + (z - mu[0]!) ** 2 / exp(logvar[0]!));
  const intervals = 400;
  const step = (20 * width) / intervals;
  let total = 0;
  for (let i = 0; i <= intervals; i++) {
    const z = mu - 10 * width + i * step;
    const weight = i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2;
    const logOfQ = logDensity(z, q);
    total += weight * exp(logOfQ) * (logOfQ - logDensity(z, p));
  }
  return (total * step) / 3;
}

const steps = 9;
const at = (i: number, from: number, to: number) => from + ((to - from) * i) / (steps - 1);

/** Means from left to right, log-variances from bottom to top. */
function cells(reach: number): Gaussian[][] {
  return Array.from({length: steps}, (_, y) =>
    Array.from({length: steps}, (_, x) => ({
      mu: [at(x, -reach, reach)],
      logvar: [at(steps - 1 - y, -4, 2)],
    })),
  );
}

/** Light where the divergence is small. */
const lightness = (divergence: number) => 2 * exp(-divergence) - 1;

export const tests = [
  property("two", "in closed form", 2, drawPair, async ({q, p}, {call, check}) => {
    check.close(await call("gaussianKl", q, p), kl(q, p), klDemand(q, p));
  }),
  property(
    "two",
    "is the integral that defines it",
    1,
    (draw) => ({q: drawGaussian(draw, 1), p: drawGaussian(draw, 1)}),
    async ({q, p}, {call, check}) => {
      check.close(await call("gaussianKl", q, p), integral(q, p), {
        ...klDemand(q, p),
        tolerance: {absolute: 1e-5, relative: 1e-5},
      });
    },
    20,
  ),
  property(
    "two",
    "is 0 for equal ones",
    1,
    (draw) => drawGaussian(draw, draw.size(1, 3, 20)),
    async (q, {call, check}) => {
      check.close(await call("gaussianKl", q, q), 0, {
        advice: "the parts must cancel when q and p are the same: ln 1 + 1 + 0 - 1.",
        mistakes: [
          {
            value: q.mu.length / 2,
            advice: "the -1 is missing, so equal Gaussians would not have a divergence of 0.",
          },
        ],
      });
    },
    10,
  ),
  test("two", "very wide ones", 1, async ({call, check, random}) => {
    const wide = 720 + random.integer(80);
    const q = {mu: [1, 2], logvar: [wide, -wide]};
    const p = {mu: [3, 2], logvar: [wide + 1, 0]};
    const byHand = 0.5 * (1 + exp(-1) - 1) + 0.5 * (wide - 1);
    check.close(await call("gaussianKl", q, p), byHand, {
      advice:
        "also for variances this large it is the same sum, in full: no logarithm is cut. The quotient of two variances is exp(q.logvar - p.logvar), its logarithm q.logvar - p.logvar.",
      overflow:
        "exp(720) is Infinity, and Infinity / Infinity is NaN. Subtract the logarithms before exp: exp(q.logvar - p.logvar); and let log(var p / var q) be p.logvar - q.logvar.",
    });
  }),
  property(
    "standard",
    "mean 0 and variance 1 for p",
    2,
    (draw) => drawGaussian(draw, draw.size(1, 3, 20)),
    async (q, {call, check}) => {
      check.close(await call("standardKl", q), kl(q, standard(q)), standardDemand(q));
    },
  ),
  test(
    "standard",
    "a map of it: lightest at the standard normal",
    1,
    async ({call, check, random}) => {
      const plane = cells(2 + random.integer(10) / 10);
      const yours: number[][] = [];
      for (const row of plane) {
        const line: number[] = [];
        for (const q of row) line.push(lightness(check.number(await call("standardKl", q))));
        yours.push(line);
      }
      const right = plane.map((row) => row.map((q) => lightness(kl(q, standard(q)))));
      check.picture(yours, right, {
        advice:
          "left and right are means from negative to positive, up and down are wide and narrow codes. It must be lightest in the middle column, where the variance is 1.",
      });
    },
  ),
  property(
    "gradient",
    "a spring on mu, a brake on logvar",
    2,
    (draw) => drawGaussian(draw, draw.size(1, 3, 20)),
    async (q, {call, check}) => {
      const right = {mu: q.mu, logvar: q.logvar.map((logvar) => (exp(logvar) - 1) / 2)};
      check.close(await call("standardKlGradient", q), right, gradientDemand(q));
    },
  ),
];
