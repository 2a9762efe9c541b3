import {describe, expect, test} from "vitest";
import {
  bradleyTerry,
  type Comparison,
  type Ranking,
  winChance,
} from "../../../lib/metrics/bradley-terry.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/judges.json" with {type: "json"};

const names = ["a", "b", "c", "d", "e"];

describe("bradleyTerry", () => {
  test.each(reference.rankings)("agrees with NumPy", ({wins, strength, half}) => {
    const {strengths} = ranked(bradleyTerry(comparisonsOf(wins)));
    for (const {id, ...row} of strengths) {
      const i = names.indexOf(id);
      expect(row.strength).toBeCloseTo(strength[i]!, 8);
      expect(row.high - row.strength).toBeCloseTo(half[i]!, 4);
      expect(row.strength - row.low).toBeCloseTo(half[i]!, 4);
    }
  });

  test("of two: the odds of the wins, and the interval of one share", () => {
    const {strengths, difference} = ranked(
      bradleyTerry(
        comparisonsOf([
          [0, 15],
          [5, 0],
        ]),
      ),
    );
    expect(strengths.map(({id}) => id)).toEqual(["a", "b"]);
    expect(strengths[0]!.strength - strengths[1]!.strength).toBeCloseTo(Math.log(3), 10);
    const {low, high} = difference("a", "b");
    expect((high - low) / 2).toBeCloseTo(1.959964 / Math.sqrt((20 * 3) / 16), 5);
    expect(difference("b", "a").low).toBeCloseTo(-high, 12);
  });

  test("does not depend on order, names or which side a contender stood on", () => {
    const comparisons = comparisonsOf([
      [0, 8, 9],
      [2, 0, 7],
      [1, 3, 0],
    ]);
    const turned = new Random(1).shuffle(comparisons).map(({first, second, outcome}) => {
      const other = {first: "second", second: "first", tie: "tie"} as const;
      return {first: `x${second}`, second: `x${first}`, outcome: other[outcome]};
    });
    const [one, other] = [comparisons, turned].map((each) => ranked(bradleyTerry(each)).strengths);
    expect(other!.map(({id}) => id)).toEqual(one!.map(({id}) => `x${id}`));
    for (const [i, {strength}] of one!.entries())
      expect(other![i]!.strength).toBeCloseTo(strength, 10);
  });

  test("counts a tie as half a win for each: nothing but ties makes all alike, and not certain", () => {
    const ties: Comparison[] = ["b", "c"].map((second) => ({first: "a", second, outcome: "tie"}));
    const {strengths} = ranked(bradleyTerry(ties));
    for (const {strength, low, high} of strengths) {
      expect(strength).toBeCloseTo(0, 12);
      expect(high - low).toBeGreaterThan(3);
    }
  });

  test("says which were never compared", () => {
    const comparisons: Comparison[] = [
      {first: "a", second: "b", outcome: "first"},
      {first: "d", second: "c", outcome: "tie"},
    ];
    expect(bradleyTerry(comparisons)).toEqual({
      state: "apart",
      groups: [
        ["a", "b"],
        ["c", "d"],
      ],
    });
    expect(bradleyTerry([])).toEqual({state: "none"});
  });

  test("says who only ever won, instead of a strength without end", () => {
    const comparisons = comparisonsOf([
      [0, 3, 2],
      [0, 0, 1],
      [0, 1, 0],
    ]);
    expect(bradleyTerry(comparisons)).toEqual({state: "levels", groups: [["a"], ["b", "c"]]});
    const tied = [...comparisons, {first: "c", second: "a", outcome: "tie"} as const];
    expect(bradleyTerry(tied).state).toBe("ranked");
  });

  test("bears a lead of a thousand to one", () => {
    const {strengths} = ranked(
      bradleyTerry(
        comparisonsOf([
          [0, 1000, 0],
          [1, 0, 1000],
          [0, 1, 0],
        ]),
      ),
    );
    expect(strengths[0]!.strength - strengths[1]!.strength).toBeCloseTo(Math.log(1000), 8);
  });

  test("refuses a comparison with oneself", () => {
    expect(() =>
      bradleyTerry([
        {first: "a", second: "b", outcome: "tie"},
        {first: "a", second: "a", outcome: "tie"},
      ]),
    ).toThrow("invalid comparison: a with itself");
  });

  test("judges of known skill: the 95 % interval holds the truth as often as it says", () => {
    const truth = [1, 0.4, 0, -0.5, -0.9];
    let [held, all, inOrder] = [0, 0, 0];
    for (let seed = 0; seed < 300; seed++) {
      const {strengths, difference} = ranked(bradleyTerry(judged(truth, 20, new Random(seed))));
      for (const {id, low, high} of strengths) {
        all++;
        if (low <= truth[names.indexOf(id)]! && truth[names.indexOf(id)]! <= high) held++;
      }
      if (difference("a", "e").low > 0) inOrder++;
    }
    // Five standard errors of 1,500 intervals, as if five of a ranking were one.
    expect(held / all).toBeGreaterThan(0.95 - 0.035);
    expect(held / all).toBeLessThan(0.95 + 0.035);
    expect(inOrder).toBeGreaterThan(290);
  });

  test("judges who guess: two contenders are told apart in about one of twenty cases", () => {
    let apart = 0;
    for (let seed = 0; seed < 400; seed++) {
      const {difference} = ranked(bradleyTerry(judged([0, 0, 0], 20, new Random(seed))));
      const {low, high} = difference("a", "b");
      if (low > 0 || high < 0) apart++;
    }
    expect(apart / 400).toBeGreaterThan(0.02);
    expect(apart / 400).toBeLessThan(0.09);
  });
});

test("winChance", () => {
  expect(winChance(0)).toBe(0.5);
  expect(winChance(Math.log(3))).toBeCloseTo(0.75, 12);
  expect(winChance(1, 3) + winChance(3, 1)).toBeCloseTo(1, 12);
  expect(winChance(1000)).toBe(1);
  expect(winChance(-1000)).toBe(0);
});

/** Each pair `rounds` times, by judges for whom the strengths are these. */
function judged(truth: readonly number[], rounds: number, random: Random): Comparison[] {
  const comparisons: Comparison[] = [];
  for (let i = 0; i < truth.length; i++)
    for (let j = 0; j < i; j++)
      for (let round = 0; round < rounds; round++) {
        const isFirst = random.uniform() < winChance(truth[i]!, truth[j]!);
        comparisons.push({
          first: names[i]!,
          second: names[j]!,
          outcome: isFirst ? "first" : "second",
        });
      }
  return comparisons;
}

/** Comparisons with these wins, of which a half is a part of a tie. */
function comparisonsOf(wins: readonly (readonly number[])[]): Comparison[] {
  return wins.flatMap((row, i) =>
    row.flatMap((won, j) => {
      const [first, second] = [names[i]!, names[j]!];
      const clear = Array.from({length: Math.floor(won)}, () => "first" as const);
      const ties = i < j && won % 1 !== 0 ? (["tie"] as const) : [];
      return [...clear, ...ties].map((outcome) => ({first, second, outcome}));
    }),
  );
}

function ranked(ranking: Ranking): Extract<Ranking, {state: "ranked"}> {
  if (ranking.state !== "ranked") throw new Error(`no ranking: ${ranking.state}`);
  return ranking;
}
