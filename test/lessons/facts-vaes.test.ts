import {expect, test} from "vitest";
import {heldOutCount, planeSide} from "../../src/experiments/shared/plane/plane-params.js";
import {collapse, cures} from "../../src/experiments/vae-digits/claims.js";
import {testedFaces} from "../../src/experiments/vae-faces/experiment.js";
import {RaceRun, type RaceSettings} from "../../src/figures/estimators/race-run.js";
import {Random} from "../../src/lib/random.js";
import {chapterText} from "./chapter-text.js";

const text = chapterText("04-vaes");

test("the chapter says the sizes of plane and tests as they are", () => {
  expect(text).toContain(`${planeSide} by ${planeSide} places`);
  expect(text).toContain(`of its ${planeSide ** 2} places hardly any picture is coded`);
  expect(text).toContain(`of the ${(10_000 - heldOutCount).toLocaleString("en")} that it learned`);
  expect(text).toContain(`right on all ${testedFaces} of the test faces`);
});

test("its links to collapse and cures set what was measured", () => {
  const measured = [collapse, cures].flatMap(({runs}) => Object.values(runs));
  expect(measured.length).toBe(3);
  for (const params of measured) {
    const set = Object.entries(params).map(([name, value]) => `vae-digits.${name}=${value}`);
    expect(text).toContain(`(#${set.join("&")})`);
  }
});

test("it says of the two estimators how many more draws REINFORCE needs, to two digits", () => {
  const times = (changes: Partial<RaceSettings>) => {
    const bowl = {cost: "bowl", mean: 0, spread: 0.5, draws: 1, added: 0} as const;
    const settings = {...bowl, hasBaseline: false, parameter: "mean", ...changes} as const;
    const [score, pathwise] = new RaceRun(settings, new Random(1)).lanes;
    return (score!.trueSpread / pathwise!.trueSpread) ** 2;
  };
  const rounded = (value: number) => Number(value.toPrecision(2)).toLocaleString("en");
  const decoder = {cost: "decoder", spread: 0.1} as const;
  expect(text).toContain(`For the bowl REINFORCE needs ${rounded(times({}))} times`);
  expect(text).toContain(`needs some ${rounded(times({added: 20}))} times as many: nearly all`);
  expect(times({added: 20, hasBaseline: true})).toBeCloseTo(10.5, 1);
  const atDecoder = rounded(times(decoder));
  const calmed = rounded(times({...decoder, hasBaseline: true}));
  expect(text).toContain(
    `needs ${atDecoder} times as many draws, with a baseline ${calmed} times.`,
  );
  expect(times({cost: "ripples", hasBaseline: true})).toBeLessThan(1);
});
