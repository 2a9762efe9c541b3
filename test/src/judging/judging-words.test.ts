import {describe, expect, test} from "vitest";
import {bradleyTerry, type Comparison} from "../../../lib/metrics/bradley-terry.js";
import {
  agreementWords,
  foundWords,
  metricWords,
  rankingWords,
} from "../../../src/judging/judging-words.js";

const won = (first: string, second: string, times = 1): Comparison[] =>
  Array.from({length: times}, () => ({first, second, outcome: "first"}));

describe("words of judgements", () => {
  test("say whether guessing fits", () => {
    expect(foundWords({right: 14, rounds: 20})).toEqual([
      "The real one was found in 14 of 20 rounds: 70 %. Exact 95 % interval (Clopper and Pearson): 46 to 88 %.",
      "Guessing, 50 %, lies within it: so many rounds don’t show that the pictures can be told apart. Who only guesses comes as far from 50 %, or farther, in 12 % of such experiments.",
    ]);
    expect(foundWords({right: 15, rounds: 20})[1]).toMatch(
      /^Guessing, 50 %, lies below .* in 4.1 %/,
    );
    expect(foundWords({right: 0, rounds: 20})[1]).toMatch(
      /^Guessing, 50 %, lies above .* less than 0.1 %/,
    );
    expect(foundWords({right: 0, rounds: 0})).toEqual([
      "What came of it is told after 20 rounds, not before.",
    ]);
  });

  test("say how many pairs a ranking tells apart", () => {
    const clear = [...won("real", "gan-digits", 15), ...won("gan-digits", "real", 5)];
    expect(rankingWords(bradleyTerry(clear))).toEqual([
      "Strongest: real. Of 1 pair of makers these answers tell 1 apart: there the 95 % interval of the difference leaves out 0.",
    ]);
    const close = [...won("real", "gan-digits", 3), ...won("gan-digits", "real", 2)];
    expect(rankingWords(bradleyTerry(close))[0]).toMatch(/tell none apart.*order may be chance\.$/);
  });

  test("say why there is no ranking", () => {
    const apart = [...won("real", "gan-digits"), ...won("vae-digits", "picture-tokens")];
    expect(rankingWords(bradleyTerry(apart))[0]).toContain(
      "links these groups: GAN and real; tokens and VAE.",
    );
    const above = [...won("real", "gan-digits", 9)];
    expect(rankingWords(bradleyTerry(above))[0]).toContain("real, then GAN.");
    expect(rankingWords(bradleyTerry([]))[0]).toContain("after 20 rounds");
  });

  test("give a metric with its intervals and its floor", () => {
    const metric = {
      ...({label: "Fréchet distance", better: "lower", n: 250} as const),
      ...{value: 33.3, interval: {low: 30, high: 36.5}, floor: {low: 4.6, high: 8.5}},
    };
    const real = {...metric, value: 5.81};
    const measured = [
      {id: "real", metric: real},
      {id: "gan-digits", metric},
    ];
    expect(metricWords(measured)).toBe(
      "Fréchet distance, lower is better, floor 4.60 to 8.50: real 5.81 (30.0 to 36.5); GAN 33.3 (30.0 to 36.5).",
    );
  });

  test("say how far a metric agrees, and what luck does", () => {
    const distance = {label: "Fréchet distance", same: 9, pairs: 10, luck: 5 / 120};
    const precision = {label: "precision", same: 10, pairs: 10, luck: 1 / 120};
    expect(agreementWords([distance, precision])).toBe(
      "Of 10 pairs of makers, so many stand in the same order for people and for a metric: Fréchet distance 9 (4 % of all orders do as well); precision 10 (less than 1 % of all orders do as well).",
    );
  });
});
