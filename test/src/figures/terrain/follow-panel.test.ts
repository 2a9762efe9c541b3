import {expect, test} from "vitest";
import {followedRows} from "../../../../src/figures/terrain/follow-panel.js";

const set = {rough: 0.9, tall: 1.3};

test("what was noticed is told as a share of the places around, beside what comes of it", () => {
  const rows = followedRows({
    profile: {height: 0.42, climbing: -1, water: 0},
    asked: {rough: -0.5, tall: 0.7, low: 0},
    here: {rough: 0, tall: 0.123, low: -34.4},
    set,
  });
  expect(rows).toEqual([
    ["71 %", "height 2.00", "1.42"],
    ["0 %", "ruggedness 0.40", "0.90"],
    ["50 %", "as it lies", "34 m higher"],
  ]);
});

test("no condition is told that is beyond its dial", () => {
  const beyond = {rough: 0.5, tall: 0.7, low: 119.7};
  const [height, slope, water] = followedRows({
    ...{profile: {height: 1, climbing: 1, water: 1}, asked: beyond, here: beyond},
    set: {rough: 1.4, tall: 2.4},
  });
  expect(height).toEqual(["100 %", "height 2.50", "2.50"]);
  expect(slope).toEqual(["100 %", "ruggedness 1.50", "1.50"]);
  expect(water).toEqual(["100 %", "120 m lower", "120 m lower"]);
});
