import {isList} from "../../../../lib/grading/compare.js";
import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

type Grid = number[][];

interface Batch {
  readonly mu: Grid;
  readonly logvar: Grid;
  readonly eps: Grid;
  /** What arrives at z. */
  readonly gradient: Grid;
}

function drawBatch(draw: Draw): Batch {
  const [count, size] = [draw.size(1, 3, 8), draw.size(1, 3, 20)];
  const grid = (most: number) => draw.matrix(count, size, -most, most, 1);
  return {mu: grid(4), logvar: grid(3), eps: grid(2), gradient: grid(4)};
}

/** Log-variances up to 800, whose exponential overflows, though its root does not. A noise of 0 tells the one from the other even
 * where numbers are kept in single precision. */
function drawExtreme(draw: Draw): Batch {
  const [count, size] = [draw.integer(1, 2), draw.integer(1, 3)];
  const logvar = Array.from({length: count}, () =>
    Array.from({length: size}, () => draw.oneOf([800, 720, 30]) * draw.oneOf([1, -1])),
  );
  const grid = (most: number) => draw.matrix(count, size, -most, most, 1);
  return {mu: grid(4), logvar, eps: grid(2), gradient: grid(4)};
}

type Numbers = Record<keyof Batch, number>;

/** `rule` for each number of the batch; `from` may take the numbers of another picture. */
function each(
  {mu, logvar, eps, gradient}: Batch,
  rule: (at: Numbers) => number,
  from: Partial<Record<keyof Batch, (i: number) => number>> = {},
): Grid {
  const row = (name: keyof Batch, grid: Grid, i: number) => grid[from[name]?.(i) ?? i]!;
  return mu.map((_, i) => {
    const [ms, ls] = [row("mu", mu, i), row("logvar", logvar, i)];
    const [es, gs] = [row("eps", eps, i), row("gradient", gradient, i)];
    return ms.map((m, j) => rule({mu: m, logvar: ls[j]!, eps: es[j]!, gradient: gs[j]!}));
  });
}

const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const sigma = (logvar: number) => Math.exp(logvar / 2);
const code = ({mu, logvar, eps}: Numbers) => mu + sigma(logvar) * eps;
const first = () => 0;

const isVariance =
  "exp(logvar) is the variance. The noise is made wider by the standard deviation, its root: exp(logvar / 2).";
const isLogarithm =
  "the logarithm is still in it: logvar itself is used for the spread. Take exp(logvar / 2).";

const exactWhenLarge =
  "the rule is the same for log-variances this large, or this far below 0: sigma is exp(logvar / 2), in full. Nothing is cut, and nothing else takes the place of the exponential.";
const overflow =
  "exp of a large log-variance is Infinity before its root is taken. Halve the logarithm first: exp(logvar / 2).";

const codeDemand = (batch: Batch) => ({
  advice: "z[i][j] is mu[i][j] + exp(logvar[i][j] / 2) * eps[i][j].",
  mistakes: [
    {value: each(batch, ({mu, logvar, eps}) => mu + Math.exp(logvar) * eps), advice: isVariance},
    {value: each(batch, ({mu, logvar, eps}) => mu + logvar * eps), advice: isLogarithm},
    {
      value: each(batch, ({mu, logvar, eps}) => mu + (Math.exp(logvar) / 2) * eps),
      advice: "half the variance is not its root. Halve the logarithm, before exp.",
    },
    {
      value: each(batch, ({mu, logvar, eps}) => mu + sigma(-logvar) * eps),
      advice: "the exponent has the wrong sign: a large log-variance must make z wide, not narrow.",
    },
    {
      value: each(batch, ({mu, logvar, eps}) => mu - sigma(logvar) * eps),
      advice:
        "the noise is subtracted. That has the same distribution, but its gradient with respect to logvar has the other sign. Add it.",
    },
    {
      value: each(batch, ({mu, logvar, eps}) => (mu + eps) * sigma(logvar)),
      advice: "the mean is made wider as well. Multiply only the noise.",
    },
    {
      value: each(batch, ({mu, logvar}) => mu + sigma(logvar)),
      advice: "the noise is missing: this is always one standard deviation above the mean.",
    },
    {
      value: each(batch, ({mu, logvar, eps}) => mu + softplus(logvar) * eps),
      advice:
        "softplus also makes a spread of any number. But this number is the logarithm of a variance: sigma is exp(logvar / 2).",
    },
    {
      value: each(batch, ({mu}) => mu),
      advice: "this is the mean. Without noise it is a plain autoencoder's code.",
    },
    {
      value: each(batch, code, {eps: first}),
      advice: "every picture gets the noise of the first. Take eps[i][j].",
    },
    {
      value: each(batch, code, {logvar: first}),
      advice: "every picture gets the spread of the first. Take logvar[i][j].",
    },
    {
      value: each(batch, code).flat(),
      advice: "this is one long list. Return a list for each picture.",
    },
  ],
});

const gradientOf = (batch: Batch) => ({
  mu: batch.gradient,
  logvar: each(batch, (at) => (at.gradient * sigma(at.logvar) * at.eps) / 2),
});

const gradientDemand = (batch: Batch) => {
  const mu = batch.gradient;
  const rest = (rule: (at: Numbers) => number) => ({mu, logvar: each(batch, rule)});
  const toLogvar = ({gradient, logvar, eps}: Numbers) => (gradient * sigma(logvar) * eps) / 2;
  const right = rest(toLogvar);
  return {
    advice:
      "mu gets gradient[i][j] itself; logvar gets gradient[i][j] * exp(logvar[i][j] / 2) * eps[i][j] / 2.",
    mistakes: [
      {
        value: rest((at) => 2 * toLogvar(at)),
        advice: "the half is missing: the slope of exp(logvar / 2) is exp(logvar / 2) / 2.",
      },
      {
        value: rest(({gradient, eps}) => gradient * eps),
        advice:
          "this is the gradient with respect to sigma. Go one step further: sigma's own slope along logvar is sigma / 2.",
      },
      {
        value: rest(({gradient, logvar, eps}) => (gradient * eps) / (2 * sigma(logvar))),
        advice:
          "this is the gradient with respect to the variance. Multiply by the variance's own slope along its logarithm, exp(logvar).",
      },
      {
        value: rest(({gradient, logvar, eps}) => (gradient * Math.exp(logvar) * eps) / 2),
        advice: isVariance,
      },
      {
        value: rest(({gradient, logvar}) => (gradient * sigma(logvar)) / 2),
        advice: "the noise is missing: how far z moves with logvar depends on eps.",
      },
      {
        value: {
          mu: each(batch, () => 1),
          logvar: each(batch, (at) => toLogvar({...at, gradient: 1})),
        },
        advice:
          "these are the slopes of z alone. Multiply them by what arrives at z: the chain rule.",
      },
      {
        value: {mu: each(batch, () => 1), logvar: right.logvar},
        advice: "mu gets the slope of z alone. Multiply it by what arrives at z.",
      },
      {
        value: {mu, logvar: each(batch, () => 0)},
        advice:
          "nothing arrives at logvar: the draw is taken for a constant. Only eps is one. That is the point of the trick.",
      },
      {
        value: {mu: each(batch, () => 0), logvar: each(batch, () => 0)},
        advice: "nothing arrives: z is taken for a constant. Only eps is one.",
      },
      {
        value: {
          mu: each(batch, ({gradient}) => -gradient),
          logvar: each(batch, (at) => -toLogvar(at)),
        },
        advice: "the sign is wrong: this is the way down. Pass the gradient on as it is.",
      },
      {
        value: {
          mu: each(batch, ({gradient}) => gradient / mu.length),
          logvar: each(batch, (at) => toLogvar(at) / mu.length),
        },
        advice:
          "you divide by the size of the batch. If the loss is a mean, what arrives at z is divided already.",
      },
    ],
  };
};

const side = 15;
const reach = 3;

/** Where points of the plane lie: a grid of `side` by `side` cells, the lighter the more points. */
function cloud(points: unknown): unknown {
  if (!isList(points)) return points;
  const counts = Array.from({length: side}, () => new Array<number>(side).fill(-1));
  for (const point of Array.from(points)) {
    const [x, y] = Array.from(isList(point) ? point : [], (value) =>
      Math.floor(((Number(value) + reach) / (2 * reach)) * side),
    );
    const row = counts[side - 1 - y!];
    if (row?.[x!] !== undefined) row[x!] = Math.min(1, row[x!]! + 0.25);
  }
  return counts;
}

export const tests = [
  property(
    "draw",
    "mean plus noise of the right width",
    2,
    drawBatch,
    async (batch, {call, check}) => {
      const yours = await call("reparameterise", batch.mu, batch.logvar, batch.eps);
      check.close(yours, each(batch, code), codeDemand(batch));
    },
  ),
  test("draw", "takes the noise that it is given", 1, async ({call, check, random}) => {
    const eps = [[0.5 + random.integer(9) / 10, -0.3]];
    const [once, twice] = [
      await call("reparameterise", [[1, 2]], [[0, 1]], eps),
      await call("reparameterise", [[1, 2]], [[0, 1]], eps),
    ];
    check.numbers(check.list(once, 1, "code")[0], 2);
    check.close(twice, once, {
      advice:
        "the same inputs gave two answers: you draw noise of your own. Take eps, or no gradient can be checked.",
    });
  }),
  property("draw", "extreme log-variances", 1, drawExtreme, async (batch, {call, check}) => {
    const yours = await call("reparameterise", batch.mu, batch.logvar, batch.eps);
    check.close(yours, each(batch, code), {
      advice: exactWhenLarge,
      overflow,
      mistakes: codeDemand(batch).mistakes,
    });
  }),
  test("draw", "a cloud of 300 codes of one picture", 1, async ({call, check, random}) => {
    const [x, y] = [random.normals(300), random.normals(300)];
    const spread = [-0.5 - random.integer(5) / 10, -2.5];
    const batch: Batch = {
      mu: Array.from(x, () => [0.5, -0.5]),
      logvar: Array.from(x, () => spread),
      eps: Array.from(x, (value, i) => [value, y[i]!]),
      gradient: [],
    };
    const points = (rule: (at: Numbers) => number) =>
      cloud(each({...batch, gradient: batch.mu}, rule)) as Grid;
    check.picture(
      cloud(await call("reparameterise", batch.mu, batch.logvar, batch.eps)),
      points(code),
      {
        advice:
          "the cloud's middle is mu, and its width and height are exp(logvar / 2), one for each direction.",
        mistakes: [
          {value: points(({mu, logvar, eps}) => mu + Math.exp(logvar) * eps), advice: isVariance},
          {value: points(({mu, logvar, eps}) => mu + logvar * eps), advice: isLogarithm},
        ],
      },
    );
  }),
  property(
    "gradient",
    "to the mean and to the log-variance",
    2,
    drawBatch,
    async (batch, {call, check}) => {
      const {gradient, logvar, eps} = batch;
      const yours = await call("reparameteriseGradient", gradient, logvar, eps);
      check.close(yours, gradientOf(batch), gradientDemand(batch));
    },
  ),
  property("gradient", "to extreme log-variances", 1, drawExtreme, async (batch, {call, check}) => {
    const {gradient, logvar, eps} = batch;
    const yours = await call("reparameteriseGradient", gradient, logvar, eps);
    check.close(yours, gradientOf(batch), {
      advice: exactWhenLarge,
      overflow,
      mistakes: gradientDemand(batch).mistakes,
    });
  }),
  property(
    "gradient",
    "is right on average: the slope of the mean of z squared",
    2,
    (draw) => ({mu: draw.number(-4, 4, 1), logvar: draw.number(-3, 3, 1)}),
    async ({mu, logvar}, {call, check}) => {
      const noise = [[1], [-1]];
      const both = (value: number) => noise.map(() => [value]);
      const z = noise.map(([eps]) => [mu + sigma(logvar) * eps!]);
      const yours = await call(
        "reparameteriseGradient",
        z.map(([value]) => [2 * value!]),
        both(logvar),
        noise,
      );
      const mean = (name: string) => {
        const rows = check.list(check.field(yours, name), 2, "lists");
        return rows.reduce<number>((sum, row) => sum + check.numbers(row, 1)[0]! / 2, 0);
      };
      const [slopeOfMu, slopeOfLogvar] = [mean("mu"), mean("logvar")];
      check.close(
        {mu: slopeOfMu, logvar: slopeOfLogvar},
        {mu: 2 * mu, logvar: Math.exp(logvar)},
        {
          advice:
            "the loss was z squared and the noise 1 and -1, so 2 z arrived. Averaged, you must return the slopes of mu * mu + exp(logvar).",
          mistakes: [
            {
              value: {mu: 2 * mu, logvar: 2 * Math.exp(logvar)},
              advice: "along logvar it is twice the slope: half of exp(logvar / 2) * eps.",
            },
          ],
        },
      );
    },
    20,
  ),
];
