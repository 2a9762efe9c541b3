import {expect, test} from "vitest";
import {balancedChoice} from "../../data/balanced-choice.js";
import {Random} from "../../lib/random.js";

const labels = Uint8Array.from({length: 300}, (_, i) => (i < 200 ? 0 : i % 2 === 0 ? 1 : 2));

test("takes turns between the classes and takes no picture twice", () => {
  const chosen = [...balancedChoice(labels, 3, 120, new Random(1))];
  expect(chosen.map((index) => labels[index])).toEqual(chosen.map((_, i) => i % 3));
  expect(new Set(chosen).size).toBe(120);
});

test("is decided by the seed, and by chance within a class", () => {
  const choose = (seed: number) => balancedChoice(labels, 3, 60, new Random(seed));
  expect(choose(1)).toEqual(choose(1));
  expect(choose(1)).not.toEqual(choose(2));
  const first = Array.from({length: 200}, (_, seed) => choose(seed)[0]!);
  expect(new Set(first).size).toBeGreaterThan(100); // 127 expected of 200 draws from 200
});

test.each([151, 153])("%i of three classes with 50 pictures at least is refused", (count) => {
  expect(() => balancedChoice(labels, 3, count, new Random(1))).toThrow(`invalid count: ${count}`);
});
