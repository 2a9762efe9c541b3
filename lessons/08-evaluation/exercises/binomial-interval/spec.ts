import type {Draw} from "../../../../lib/grading/draw.js";
import {property, test} from "../../../../lib/grading/spec.js";

/** Logarithms of the factorials of 0 … 100. */
const logFactorials = [0];
for (let m = 1; m <= 100; m++) logFactorials.push(logFactorials[m - 1]! + Math.log(m));

/** Chances of 0 … n right ones, by logarithms. */
function chances(n: number, p: number): number[] {
  if (p === 0 || p === 1) return Array.from({length: n + 1}, (_, i) => (i === p * n ? 1 : 0));
  const [right, wrong] = [Math.log(p), Math.log1p(-p)];
  return Array.from({length: n + 1}, (_, i) => {
    const ways = logFactorials[n]! - logFactorials[i]! - logFactorials[n - i]!;
    return Math.exp(ways + i * right + (n - i) * wrong);
  });
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Chance of k or more. */
const tail = (k: number, n: number, p: number) => sum(chances(n, p).slice(Math.max(0, k)));

/** Where a rising function of a chance is 0. */
function root(rising: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 34; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** The interval with tails of `rare`; the upper one begins at `above` more than the result. */
function ends(k: number, n: number, rare = 0.025, above = 0): Ends {
  const [lower, upper] = [k + above, k + 1 - above];
  return {
    low: k === 0 ? 0 : root((p) => tail(lower, n, p) - rare),
    high: k === n ? 1 : root((p) => tail(upper, n, p) - (1 - rare)),
  };
}

const z = 1.959964;

function wald(k: number, n: number): Ends {
  const half = z * Math.sqrt(((k / n) * (1 - k / n)) / n);
  return {low: k / n - half, high: k / n + half};
}

function wilson(k: number, n: number): Ends {
  const middle = (k + z ** 2 / 2) / (n + z ** 2);
  const half = (z / (n + z ** 2)) * Math.sqrt((k * (n - k)) / n + z ** 2 / 4);
  return {low: middle - half, high: middle + half};
}

const tolerance = {absolute: 1e-6, relative: 1e-6};

const tailDemand = (k: number, n: number, p: number) => {
  const one = chances(n, p);
  const noWays = Array.from({length: n + 1}, (_, i) => p ** i * (1 - p) ** (n - i));
  return {
    tolerance,
    advice: "add up the chances of exactly i right ones, for i from k to n, both included.",
    overflow: "a factorial of more than 170 is Infinity. Get C(n, i + 1) from C(n, i) instead.",
    mistakes: [
      {value: one[k], advice: "this is the chance of exactly k right ones. k or more are meant."},
      {
        value: tail(k + 1, n, p),
        advice: "k itself is left out: this is the chance of more than k.",
      },
      {value: 1 - tail(k + 1, n, p), advice: "this is the chance of k or fewer right ones."},
      {value: 1 - tail(k, n, p), advice: "this is the chance of fewer than k right ones."},
      {
        value: sum(noWays.slice(k)),
        advice:
          "the number of ways is missing: k right ones can fall on C(n, k) different sets of rounds.",
      },
      {value: tail(k, n, 1 - p), advice: "p and 1 - p are swapped: right ones have the chance p."},
    ],
  };
};

const endsDemand = (k: number, n: number) => {
  const right = ends(k, n);
  return {
    tolerance,
    advice:
      "low: the p at which atLeast(right, rounds, p) is 0.025. high: the p at which 1 - atLeast(right + 1, rounds, p) is 0.025.",
    mistakes: [
      {
        value: wald(k, n),
        advice:
          "this is the share, plus and minus 1.96 standard errors: only near the truth where there are many rounds and both answers are common. Look for the p of the two tails.",
      },
      {
        value: wilson(k, n),
        advice: "this is Wilson's interval, a good one, but not the exact one that is asked for.",
      },
      {
        value: ends(k, n, 0.05),
        advice:
          "each tail has 5 %, so that 10 % are outside: this is the interval of 90 %. Give each tail 2.5 %.",
      },
      {
        value: ends(k, n, 0.025, 1),
        advice:
          "the result itself is in neither tail, so that the interval is too narrow. At low it is so many or more, at high so many or fewer.",
      },
      {
        value: {...right, high: ends(k, n, 0.025, 1).high},
        advice:
          "the upper end is too low: at most `right` is not at least `right + 1`, so compare atLeast(right + 1, rounds, p) with 0.975.",
      },
      {
        value: {low: 100 * right.low, high: 100 * right.high},
        advice: "these are per cent. Give shares, from 0 to 1.",
      },
      {
        value: {low: 1 - right.high, high: 1 - right.low},
        advice: "this is the interval of the wrong answers. Right ones are counted.",
      },
    ],
  };
};

function drawTail(draw: Draw) {
  const n = draw.size(2, 12, 40);
  return {n, k: draw.integer(1, n - 1), p: draw.number(0.05, 0.95)};
}

/** Neither none nor all, so that both ends are looked for. */
function drawResult(draw: Draw) {
  const rounds = draw.size(2, 10, 25);
  return {rounds, right: draw.integer(1, rounds - 1)};
}

export const tests = [
  property("tail", "k or more", 3, drawTail, async ({k, n, p}, {call, check}) => {
    check.close(await call("atLeast", k, n, p), tail(k, n, p), tailDemand(k, n, p));
  }),
  test("tail", "none or more, all of a hundred", 1, async ({call, check, random}) => {
    const p = 0.9 + random.integer(9) / 100;
    check.close(await call("atLeast", 0, 100, p), 1, tailDemand(0, 100, p));
    check.close(await call("atLeast", 100, 100, p), p ** 100, tailDemand(100, 100, p));
    check.close(await call("atLeast", 3, 7, 0), 0, {
      ...tailDemand(3, 7, 0),
      advice: "with chance 0 nothing is ever right, so 3 or more have the chance 0.",
    });
    check.close(await call("atLeast", 3, 7, 1), 1, {
      ...tailDemand(3, 7, 1),
      advice: "with chance 1 all are right, so 3 or more are certain.",
    });
  }),
  property(
    "interval",
    "each tail has 2.5 %",
    3,
    drawResult,
    async ({right, rounds}, {call, check}) => {
      const yours = await call("interval", right, rounds);
      check.close(yours, ends(right, rounds), endsDemand(right, rounds));
    },
    12,
  ),
  test("interval", "none right, and all right", 2, async ({call, check, random}) => {
    const rounds = 5 + random.integer(20);
    const end = 1 - 0.025 ** (1 / rounds);
    const demand = {
      tolerance,
      overflow: "a share of 0 or 1 leaves something to look for at one end only.",
      mistakes: [
        {
          value: {low: 0, high: 0},
          advice:
            "none right in a few rounds does not prove that the chance is 0. Only low is 0; high is the p at which none right has the chance 2.5 %.",
        },
        {
          value: {low: 1, high: 1},
          advice: "all right in a few rounds does not prove that the chance is 1. Only high is 1.",
        },
      ],
    };
    check.close(
      await call("interval", 0, rounds),
      {low: 0, high: end},
      {
        ...demand,
        advice: "with none right low is 0, and high is the p at which (1 - p)^rounds is 0.025.",
      },
    );
    check.close(
      await call("interval", rounds, rounds),
      {low: 1 - end, high: 1},
      {
        ...demand,
        advice: "with all right high is 1, and low is the p at which p^rounds is 0.025.",
      },
    );
  }),
  test("interval", "ninety rounds and more", 1, async ({call, check, random}) => {
    const rounds = 90 + random.integer(11);
    const right = 50 + random.integer(30);
    check.close(
      await call("interval", right, rounds),
      ends(right, rounds),
      endsDemand(right, rounds),
    );
  }),
];
