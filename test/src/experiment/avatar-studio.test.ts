import {expect, test} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {faces} from "../../../lib/datasets/faces.js";
import {avatarStudio} from "../../../src/experiment/avatar-studio.js";
import {drawnPairs} from "../../../src/experiment/swap-trial.js";

const studio = avatarStudio({
  decoder: dataFile("decoder-faces"),
  classifier: dataFile("classifier-faces"),
  axes: dataFile("face-axes"),
});
const [face, wearer] = [studio.codeOf(8019), studio.codeOf(8390)];
const all = faces.attributes.map(({name}) => name);

test("an avatar is the same whenever it is asked for", () => {
  expect(studio.codeOf(8019)).toEqual(face);
  expect(studio.codeOf(8390)).not.toEqual(face);
  expect(studio.draw(face).shape).toEqual([1, 32, 32, 3]);
});

test("it is seen by attribute, in probabilities", () => {
  const seen = studio.look(studio.draw(face));
  expect(seen.map((options) => options.length)).toEqual(
    faces.attributes.map(({options}) => options.length),
  );
  for (const options of seen) expect(options.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
});

test("with more that stays the made code comes nearer to the wearer’s", () => {
  const apart = (stays: readonly string[]) =>
    Math.hypot(...studio.swapped(face, wearer, stays).map((value, j) => value - wearer[j]!));
  expect(studio.swapped(face, wearer, [])).toEqual(face);
  const distances = all.map((_, count) => apart(all.slice(0, count)));
  for (const [i, each] of distances.slice(1).entries()) expect(each).toBeLessThan(distances[i]!);
});

test("an attribute that no face has is named, and so are too few pairs", () => {
  expect(() => studio.swapped(face, wearer, ["nose"])).toThrow(
    `unknown attribute: nose (one of ${all.join(", ")})`,
  );
  expect(() => drawnPairs(studio, {pairs: 8, seed: 1}).next()).toThrow(
    "invalid number of pairs: 8 (a whole number above 8)",
  );
});
