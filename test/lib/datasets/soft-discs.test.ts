import {expect, test} from "vitest";
import {discSide, softDiscs} from "../../../lib/datasets/soft-discs.js";
import {Random} from "../../../lib/random.js";

test("pictures lie in [-1, 1], are bright inside and black at the edges, and differ", () => {
  const pictures = softDiscs(new Random(1), 30);
  const size = discSide * discSide;
  expect(pictures.length).toBe(30 * size);
  for (let i = 0; i < 30; i++) {
    const one = pictures.subarray(i * size, (i + 1) * size);
    expect(Math.min(...one)).toBe(-1);
    expect(Math.max(...one)).toBeGreaterThan(0);
    expect(Math.max(...one)).toBeLessThanOrEqual(1);
    expect(one[0]).toBe(-1);
    expect(one.at(-1)).toBe(-1);
  }
  expect(pictures.subarray(0, size)).not.toEqual(pictures.subarray(size, 2 * size));
});

test("the same seed gives the same pictures, drawn together or one by one", () => {
  const random = new Random(2);
  const one = [softDiscs(random, 1), softDiscs(random, 1)].flatMap((part) => [...part]);
  expect([...softDiscs(new Random(2), 2)]).toEqual(one);
});
