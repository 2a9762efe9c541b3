/** Numbers that the page about people says, computed again. */
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {dataFile} from "../../data/data-file.js";
import {atLeast, binomialInterval, guessingChance} from "../../lib/metrics/binomial-interval.js";
import {realId, unpackJudged} from "../../lib/questions/judged-pictures.js";
import {intervalText, perCent} from "../../src/judging/judging-words.js";

const folder = new URL("../../lessons/08-evaluation/", import.meta.url);
const page = readFileSync(new URL("people.md", folder), "utf8");
const questions = readFileSync(new URL("recall.json", folder), "utf8");

describe("people", () => {
  test.each([
    [14, 20, "14 right of 20 the interval goes from 46 to 88 %"],
    [15, 20, "15 of 20 it goes from 51 to 91 %"],
    [140, 200, "140 of 200, the same share, gives 63 to 76 %"],
  ])("%i of %i", (right, rounds, words) => {
    expect(page).toContain(words);
    expect(words).toContain(intervalText(binomialInterval(right, rounds)));
  });

  test("11 of 20, and how often a guess does as well", () => {
    expect(questions).toContain("11 of 20 rounds. The exact interval goes from 32 to 77 %");
    expect(intervalText(binomialInterval(11, 20))).toBe("32 to 77 %");
    expect(questions).toContain("11 or more of 20 in four of ten tests");
    expect(10 * atLeast(11, 20, 0.5)).toBeCloseTo(4, 0);
  });

  test("who looks after every round is misled more often the longer they go on", () => {
    expect(page).toContain("After 20 rounds they have “shown” something in 11 % of all such tests");
    expect(perCent(misled(20))).toBe("11");
    expect(page).toContain("after 100 rounds in 23 %");
    expect(questions).toContain("after each of 100 rounds “shows” something in 23 %");
    expect(perCent(misled(100))).toBe("23");
  });

  test("15 of 20 are ln 3 apart", () => {
    expect(page).toContain("$\\ln 3 \\approx 1.1$");
    expect(Math.log(15 / 5)).toBeCloseTo(1.1, 1);
  });

  test("the distance of as many real pictures", () => {
    const {makers} = unpackJudged(dataFile("judged-digits"));
    const {floor, n} = makers.find(({id}) => id === realId)!.metrics[0]!;
    const {low, high} = floor;
    expect(page).toContain(`of ${n} pictures of each maker`);
    const vae = makers.find(({id}) => id === "vae-digits")!.metrics;
    const [precision, recall] = ["precision", "recall"].map((name) => {
      return vae.find(({label}) => label === name)!.value;
    });
    expect(page).toContain(
      `precision is ${precision!.toFixed(2)}, the highest of all, and recall ${recall!.toFixed(2)}`,
    );
    expect(Math.max(...makers.map(({metrics}) => metrics[2]!.value))).toBe(precision);
    expect(page).toContain(`between ${low.toFixed(1)} and ${high.toFixed(1)} in 95 of 100`);
  });
});

/** How often a guesser has come below 5 % after one of the first `rounds`. */
function misled(rounds: number): number {
  let going = new Map([[0, 1]]);
  let stopped = 0;
  for (let n = 1; n <= rounds; n++) {
    const next = new Map<number, number>();
    for (const [right, chance] of going)
      for (const now of [right, right + 1]) next.set(now, (next.get(now) ?? 0) + chance / 2);
    going = new Map();
    for (const [right, chance] of next)
      if (guessingChance(right, n) < 0.05) stopped += chance;
      else going.set(right, chance);
  }
  return stopped;
}
