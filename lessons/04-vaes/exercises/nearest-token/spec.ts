import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

interface Codes {
  readonly z: number[];
  readonly codebook: number[][];
}

function drawCodes(draw: Draw, digits = 2): Codes {
  const size = draw.size(1, 3, 20);
  const z = draw.numbers(size, -3, 3, digits);
  return {z, codebook: draw.matrix(draw.size(1, 4, 20), size, -3, 3, digits)};
}

type Distance = (z: readonly number[], entry: readonly number[]) => number;

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const squared: Distance = (z, entry) => sum(z.map((value, j) => (value - entry[j]!) ** 2));
const sizes: Distance = (z, entry) => sum(z.map((value, j) => Math.abs(value - entry[j]!)));
const apart: Distance = (z, entry) => sum(z.map((value, j) => value - entry[j]!));
const product: Distance = (z, entry) => -sum(z.map((value, j) => value * entry[j]!));

/** The first index at which `distance` is least. */
function leastBy({z, codebook}: Codes, distance: Distance): number {
  const distances = codebook.map((entry) => distance(z, entry));
  return distances.indexOf(Math.min(...distances));
}

const nearest = (codes: Codes) => leastBy(codes, squared);

const nearestDemand = (codes: Codes) => {
  const {z, codebook} = codes;
  const distances = codebook.map((entry) => squared(z, entry));
  return {
    advice: "the index, from 0, of the entry with the smallest sum of squared differences.",
    mistakes: [
      {
        value: distances.indexOf(Math.max(...distances)),
        advice: "this is the entry farthest away.",
      },
      {
        value: Math.min(...distances),
        advice: "this is the smallest squared distance itself. The token is the index it came at.",
      },
      {value: nearest(codes) + 1, advice: "you count from 1. The first entry is number 0."},
      {
        value: leastBy(codes, product),
        advice:
          "this is the entry with the largest product with z. A long entry has that however far away it is: subtract first.",
      },
      {
        value: leastBy(codes, sizes),
        advice: "you add up the sizes of the differences. Square each of them.",
      },
      {
        value: leastBy(codes, apart),
        advice: "differences of unlike sign cancel each other. Square each before you add.",
      },
      {
        value: leastBy(codes, (a, b) => (a[0]! - b[0]!) ** 2),
        advice: "only the first number of the code is compared. Sum over all.",
      },
      {
        value: distances.lastIndexOf(Math.min(...distances)),
        advice:
          "of entries equally near the first is wanted: a later one replaces it only if it is strictly nearer.",
      },
    ],
  };
};

interface Slopes {
  readonly z: number[];
  readonly entry: number[];
  readonly slope: number[];
  readonly beta: number;
}

function drawSlopes(draw: Draw): Slopes {
  const size = draw.size(1, 3, 20);
  return {
    z: draw.numbers(size, -3, 3),
    entry: draw.numbers(size, -3, 3),
    slope: draw.numbers(size, -2, 2),
    beta: draw.number(0.1, 2),
  };
}

const slopes = ({z, entry, slope, beta}: Slopes) =>
  z.map((value, j) => slope[j]! + 2 * beta * (value - entry[j]!));

const slopeDemand = ({z, entry, slope, beta}: Slopes) => {
  const of = (rule: (difference: number, slope: number) => number) =>
    z.map((value, j) => rule(value - entry[j]!, slope[j]!));
  return {
    advice: "number by number, the decoder's slope plus 2 * beta * (z - e).",
    mistakes: [
      {
        value: slope,
        advice: "the commitment is missing: nothing then keeps the codes near their entries.",
      },
      {
        value: of((difference) => 2 * beta * difference),
        advice:
          "the decoder's slope is missing. It passes straight through, as if the decoder had been given z.",
      },
      {
        value: of((difference, s) => s + beta * difference),
        advice: "the slope of a square is twice the difference: the 2 is missing.",
      },
      {
        value: of((difference, s) => s - 2 * beta * difference),
        advice:
          "the commitment pushes the code away from its entry. Going down the slope must lead to e: it is z - e.",
      },
      {
        value: of((difference, s) => s + 2 * difference),
        advice: "the commitment is not weighed by beta.",
      },
      {
        value: of((difference, s) => s + beta * difference ** 2),
        advice: "this adds the commitment itself. Its slope along z is 2 * beta * (z - e).",
      },
      {
        value: of((difference, s) => s * entry.length + 2 * beta * difference),
        advice: "the decoder's slope comes as it is, once for each number.",
      },
    ],
  };
};

interface Tokens {
  readonly tokens: number[];
  readonly entries: number;
}

function drawTokens(draw: Draw): Tokens {
  const entries = draw.size(1, 4, 20);
  const count = draw.size(1, 6, 60);
  return {entries, tokens: Array.from({length: count}, () => draw.integer(0, entries - 1))};
}

function sharesOf({tokens, entries}: Tokens): number[] {
  return Array.from(
    {length: entries},
    (_, k) => tokens.filter((token) => token === k).length / tokens.length,
  );
}

/** The product of p^-p: the same number by another way. */
const perplexityOf = (shares: readonly number[]) =>
  shares.reduce((product, p) => (p > 0 ? product * p ** -p : product), 1);

const perplexityDemand = (given: Tokens) => {
  const shares = sharesOf(given);
  const right = perplexityOf(shares);
  const entropy = Math.log(right);
  return {
    advice: "exp of the sum over the entries in use of -p * ln(p).",
    overflow: "0 * Math.log(0) is NaN. Leave out the entries that stand nowhere.",
    mistakes: [
      {value: entropy, advice: "this is the entropy in nats. Take exp of it."},
      {
        value: entropy / Math.LN2,
        advice: "this is the entropy in bits. The perplexity is 2 to that power.",
      },
      {value: 1 / right, advice: "the sign is wrong: -p * ln(p) is never negative."},
      {
        value: Math.exp(entropy / Math.LN2),
        advice:
          "the logarithm is to the base 2 and the power to the base e. Take the same for both.",
      },
      {
        value: 2 ** entropy,
        advice: "ln has the base e: the power that undoes it is exp, not 2 to it.",
      },
      {
        value: shares.filter((p) => p > 0).length,
        advice: "this counts the entries in use. One that is hardly used counts for less.",
      },
      {
        value: Math.exp(entropy / given.entries),
        advice: "the sum over the entries is not divided by their number.",
      },
      {
        value: 1 / sum(shares.map((p) => p * p)),
        advice: "this is one over the sum of squared shares, another measure. Take the entropy.",
      },
    ],
  };
};

export const tests = [
  property(
    "nearest",
    "the smallest squared distance",
    2,
    drawCodes,
    async (codes, {call, check}) => {
      const index = await call("nearestEntry", codes.z, codes.codebook);
      check.close(index, nearest(codes), nearestDemand(codes));
    },
  ),
  property(
    "nearest",
    "of equals the first",
    1,
    (draw) => drawCodes(draw, 0),
    async ({z, codebook}, {call, check}) => {
      const doubled = {z, codebook: [...codebook, ...codebook]};
      const index = await call("nearestEntry", z, doubled.codebook);
      check.close(index, nearest(doubled), nearestDemand(doubled));
    },
  ),
  test("nearest", "far from all entries", 1, async ({call, check, random}) => {
    const far = 1e6 + random.integer(1000);
    const codebook = [
      [-3, 0],
      [2, 1],
      [2, -1],
      [1, 0],
    ];
    for (const [z, expected] of [
      [[far, 5], 1],
      [[-far, 0], 0],
      [[far, -5], 2],
    ] as const)
      check.close(await call("nearestEntry", z, codebook), expected, {
        advice:
          "a code may lie far from every entry, and one of them is still the nearest. Begin with an infinite distance.",
      });
  }),
  property("through", "both parts", 3, drawSlopes, async (given, {call, check}) => {
    const {z, entry, slope, beta} = given;
    const yours = await call("encoderSlope", z, entry, slope, beta);
    check.close(yours, slopes(given), slopeDemand(given));
  }),
  property("perplexity", "of any tokens", 2, drawTokens, async (given, {call, check}) => {
    const yours = await call("perplexity", given.tokens, given.entries);
    check.close(yours, perplexityOf(sharesOf(given)), perplexityDemand(given));
  }),
  test("perplexity", "all alike, one alone", 1, async ({call, check, random}) => {
    const entries = 5 + random.integer(20);
    const all = Array.from({length: 3 * entries}, (_, i) => i % entries);
    check.close(await call("perplexity", all, entries), entries, {
      ...perplexityDemand({tokens: all, entries}),
      advice: "entries that are all used alike have a perplexity of their number.",
    });
    const one = Array(entries).fill(entries - 1);
    check.close(await call("perplexity", one, entries), 1, {
      ...perplexityDemand({tokens: one, entries}),
      advice: "a codebook of which only one entry is used has a perplexity of 1.",
    });
  }),
];
