import {describe, expect, test} from "vitest";
import {atLeast, binomialInterval, guessingChance} from "../../../lib/metrics/binomial-interval.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/judges.json" with {type: "json"};

describe("binomialInterval", () => {
  test.each(reference.intervals)(
    "of $right in $rounds at $level: as exact fractions say",
    ({right, rounds, level, low, high}) => {
      const interval = binomialInterval(right, rounds, level);
      expect(interval.low).toBeCloseTo(low, 10);
      expect(interval.high).toBeCloseTo(high, 10);
    },
  );

  test("of none and of all has the closed form 1 - (α/2)^(1/n)", () => {
    const end = 1 - 0.025 ** (1 / 20);
    expect(binomialInterval(0, 20).low).toBe(0);
    expect(binomialInterval(0, 20).high).toBeCloseTo(end, 12);
    expect(binomialInterval(20, 20).low).toBeCloseTo(1 - end, 12);
    expect(binomialInterval(20, 20).high).toBe(1);
  });

  test("is the mirror image when right and wrong change places", () => {
    for (const right of [0, 3, 10, 19, 500, 1000]) {
      const rounds = right > 20 ? 1000 : 20;
      const [one, other] = [right, rounds - right].map((k) => binomialInterval(k, rounds));
      expect(one!.low).toBeCloseTo(1 - other!.high, 12);
    }
  });

  test("holds the true chance in at least 95 of 100 experiments, by adding up all that can happen", () => {
    for (const rounds of [5, 20, 60])
      for (let p = 0.02; p < 1; p += 0.03) expect(coverage(rounds, p)).toBeGreaterThanOrEqual(0.95);
  });

  test("and of judges with a known skill, drawn from seeds", () => {
    const random = new Random(3);
    let held = 0;
    for (let judge = 0; judge < 400; judge++) {
      const skill = 0.5 + 0.45 * random.uniform();
      let right = 0;
      for (let i = 0; i < 20; i++) if (random.uniform() < skill) right++;
      const {low, high} = binomialInterval(right, 20);
      if (low <= skill && skill <= high) held++;
    }
    expect(held / 400).toBeGreaterThan(0.94);
    expect(held / 400).toBeLessThan(0.995);
  });

  test("is as narrow as many rounds make it, at the most that there may be", () => {
    const {low, high} = binomialInterval(75_000, 100_000);
    expect(high - low).toBeCloseTo(2 * 1.96 * Math.sqrt((0.75 * 0.25) / 100_000), 4);
  });

  test("refuses what is no share", () => {
    expect(() => binomialInterval(21, 20)).toThrow(
      "invalid number of right answers: 21 (a whole number from 0 to 20)",
    );
    expect(() => binomialInterval(0, 0)).toThrow("invalid number of rounds: 0");
    expect(() => binomialInterval(1.5, 3)).toThrow("invalid number of right answers: 1.5");
    expect(() => binomialInterval(1, Number.NaN)).toThrow("invalid number of rounds: NaN");
    expect(() => binomialInterval(1, 2, 1)).toThrow("invalid level: 1");
  });
});

describe("guessingChance", () => {
  test.each(reference.guessing)(
    "of $right in $rounds by guesses of $guess: as exact fractions say",
    ({right, rounds, guess, chance}) => {
      expect(guessingChance(right, rounds, guess)).toBeCloseTo(chance, 10);
    },
  );

  test("calls out guessers no more often than it says", () => {
    const calledOut = Array.from({length: 21}, (_, right) => right)
      .filter((right) => guessingChance(right, 20) < 0.05)
      .reduce((sum, right) => sum + exactly(right, 20, 0.5), 0);
    expect(calledOut).toBeLessThan(0.05);
    expect(calledOut).toBeGreaterThan(0.03);
  });
});

/** How often the interval holds p. */
function coverage(rounds: number, p: number): number {
  let held = 0;
  for (let right = 0; right <= rounds; right++) {
    const {low, high} = binomialInterval(right, rounds);
    if (low <= p && p <= high) held += exactly(right, rounds, p);
  }
  return held;
}

function exactly(right: number, rounds: number, p: number): number {
  return atLeast(right, rounds, p) - atLeast(right + 1, rounds, p);
}
