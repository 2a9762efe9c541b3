import {describe, expect, test} from "vitest";
import {
  blended,
  childrenOf,
  crossed,
  found,
  genomeOf,
  genomeText,
  mutated,
} from "../../lib/breeding.js";
import {Random} from "../../lib/random.js";

const size = 400;
const random = new Random(2);
const [a, b] = found(2, size, random).map(({genome}) => genome);

/** Mean square: 1 of what is like N(0, 1). */
const power = (genome: ArrayLike<number>) =>
  Array.from(genome).reduce((sum, value) => sum + value * value, 0) / genome.length;

describe("children stay like N(0, 1)", () => {
  test.each([
    ["blended half and half", () => blended([a!, b!], [1, 1])],
    ["blended unevenly", () => blended([a!, b!], [0.2, 0.9])],
    ["crossed", () => crossed([a!, b!], new Random(1))],
    ["mutated a little", () => mutated(a!, 0.3, new Random(1))],
    ["mutated beyond recognition", () => mutated(a!, 1, new Random(1))],
  ])("%s", (_, child) => {
    expect(Math.abs(power(child()) - 1)).toBeLessThan(0.25);
  });

  test("a mean would not", () => {
    const mean = a!.map((value, i) => (value + b![i]!) / 2);
    expect(power(mean)).toBeLessThan(0.65);
  });
});

test("a blend of one part only is that parent; numbers are crossed one by one", () => {
  expect([...blended([a!, b!], [1, 0])]).toEqual([...a!]);
  const child = crossed([a!, b!], new Random(1));
  const ofFirst = child.filter((value, i) => value === a![i]).length;
  expect(child.every((value, i) => value === a![i] || value === b![i])).toBe(true);
  expect(Math.abs(ofFirst / size - 0.5)).toBeLessThan(0.1);
});

test("no mutation is the parent, more is further from it", () => {
  const far = (strength: number) => {
    const child = mutated(a!, strength, new Random(5));
    return power(child.map((value, i) => value - a![i]!));
  };
  expect(far(0)).toBe(0);
  expect(far(0.2)).toBeLessThan(far(0.6));
});

test("children know their parents, and one parent cannot be crossed", () => {
  const parents = found(2, 4, new Random(1));
  const options = {count: 3, strength: 0.5};
  const children = childrenOf(parents, "crossed", options, new Random(2));
  expect(children).toHaveLength(3);
  expect(children[0]).toMatchObject({how: "crossed", parents});
  const mutants = childrenOf(parents, "mutated", options, new Random(2));
  expect(mutants.map(({parents: [parent]}) => parents.indexOf(parent!))).toEqual([0, 1, 0]);
  expect(childrenOf(parents, "blended", options, new Random(2))).toEqual(
    childrenOf(parents, "blended", options, new Random(2)),
  );
  expect(() => childrenOf(parents.slice(0, 1), "blended", options, random)).toThrow(
    "too few parents: 1 (at least 2)",
  );
});

test("a written genome is read again to the nearest step, and what is none is refused", () => {
  const genome = Float32Array.of(0, -1.5, 3.99, 9);
  const text = genomeText(genome);
  expect(text).toMatch(/^[0-9a-z]{8}$/);
  const read = genomeOf(` ${text.toUpperCase()} `, 4);
  expect(read[1]).toBeCloseTo(-1.5, 2);
  expect(read[3], "cut to the end").toBeCloseTo(4, 5);
  expect(genomeText(read)).toBe(text);
  expect(() => genomeOf("zz", 4)).toThrow("invalid genome: zz (8 signs from 0 to 9 and a to z)");
  expect(() => genomeOf("", 4)).toThrow(/nothing/);
  expect(() => genomeOf(`${"ä".repeat(80)}`, 4)).toThrow(/…/);
});
