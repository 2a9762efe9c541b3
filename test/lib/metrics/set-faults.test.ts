import {expect, test} from "vitest";
import {agreeing, apartFromEarlier, sharpnesses} from "../../../lib/metrics/set-faults.js";

/** Pictures of 2 by 2 pixels. */
const images = (...pictures: number[][]) => ({
  data: Uint8Array.from(pictures.flat()),
  shape: [pictures.length, 2, 2, 1] as const,
});
const all = (count: number) => Array.from({length: count}, (_, i) => i);

test("a copy is 0 apart from the picture before it, and the first is apart from all", () => {
  const set = images([0, 0, 0, 0], [255, 255, 255, 255], [0, 0, 0, 0], [255, 255, 0, 0]);
  expect(apartFromEarlier(set, all(4))).toEqual([Number.POSITIVE_INFINITY, 1, 0, Math.sqrt(0.5)]);
  expect(apartFromEarlier(set, [1, 2])).toEqual([Number.POSITIVE_INFINITY, 1]);
});

test("a dot is sharp, an even grey less so, and nothing at all is not", () => {
  const [dot, grey, nothing] = sharpnesses(
    images([100, 0, 0, 0], [100, 100, 100, 100], [0, 0, 0, 0]),
    all(3),
  );
  expect(dot).toBe(18); // -4 at the dot, 1 at two neighbours
  expect(grey).toBe(4); // each has two bright neighbours of four
  expect(nothing).toBe(0);
});

test("neighbours are asked among those that are left, and a picture is no neighbour of its own", () => {
  const shades = [0, 10, 20, 30, 40, 50, 200];
  const set = images(...shades.map((shade) => [shade, shade, shade, shade]));
  const labels = [1, 1, 1, 1, 1, 2, 2];
  expect(agreeing(set, labels, all(7))).toEqual([4, 4, 4, 4, 4, 0, 1]);
  expect(agreeing(set, labels, [5, 6])).toEqual([1, 1]);
});
