import {describe, expect, it} from "vitest";
import {planeHoles, planeHolesFloor} from "../../../lib/metrics/plane-holes.js";
import {normalPlace} from "../../../lib/normal.js";
import {Random} from "../../../lib/random.js";

const side = 15;
const places = side * side;
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const points = (means: ArrayLike<number>) =>
  planeHoles(means, new Float64Array(means.length), side);

/** The middle of each place. */
const middles = Array.from({length: places}, (_, c) =>
  [c % side, Math.floor(c / side)].map((i) => normalPlace((i + 0.5) / side)),
);

describe("holes of the plane", () => {
  it("are none when the one cloud is N(0, 1), and then every place has its fair share", () => {
    const {holes, shares} = planeHoles([0, 0], [1, 1], side);
    expect(holes).toBe(0);
    for (const share of shares) expect(share).toBeCloseTo(1 / places, 12);
  });

  it("are all places but one for points that lie together, wherever that is", () => {
    expect(points([0.05, 0, 0, 0.05]).holes).toBe(places - 1);
    expect(points([40, -40]).holes).toBe(places - 1);
    expect(points([40, -40]).shares[side - 1]).toBe(1);
  });

  it("are the places that were left out, first the lowest row from left to right", () => {
    const {holes, shares} = points(middles.filter((_, c) => c !== 3 && c !== 37).flat());
    expect(holes).toBe(2);
    expect([...shares.keys()].filter((c) => shares[c] === 0)).toEqual([3, 37]);
    expect(sum(shares)).toBeCloseTo(1, 12);
  });

  it("begin below a tenth of the fair share", () => {
    const crowd = (others: number) =>
      points(
        middles.flatMap((middle, c) =>
          Array(c === 8 ? 1 : others)
            .fill(middle)
            .flat(),
        ),
      );
    // (1 + 224 n) pictures: place 8 has 1, and a tenth of the fair share is (1 + 224 n) / 2250.
    expect(crowd(10).holes).toBe(0);
    expect(crowd(11).holes).toBe(1);
  });

  it("close as the clouds widen, and as they come together", () => {
    const random = new Random(2);
    const means = random.normals(200);
    const wide = (spread: number) => planeHoles(means, new Float64Array(200).fill(spread), side);
    const counts = [0, 0.05, 0.2, 0.5].map((spread) => wide(spread).holes);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(100);
    expect(counts[3]).toBeLessThan(5);
    const far = means.map((value) => 8 * value);
    expect(points(far).holes).toBeGreaterThan(points(means).holes + 40);
  });

  it("agree with counting draws", () => {
    const random = new Random(9);
    const [means, spreads] = [random.normals(40), random.normals(40).map((v) => 0.3 * Math.abs(v))];
    const {shares} = planeHoles(means, spreads, 5);
    const counts = new Uint32Array(25);
    const edges = Array.from({length: 4}, (_, i) => normalPlace((i + 1) / 5));
    const draws = 100_000;
    for (let n = 0; n < draws; n++) {
      const i = n % 20;
      const [x, y] = [0, 1].map((k) => means[2 * i + k]! + spreads[2 * i + k]! * random.normal());
      const cell = (v: number) => edges.filter((edge) => edge <= v).length;
      counts[5 * cell(y!) + cell(x!)]!++;
    }
    for (const [c, count] of counts.entries())
      expect(Math.abs(count / draws - shares[c]!), `place ${c}`).toBeLessThan(0.006);
  });

  it("that chance leaves are in the band, for about 95 of 100 draws", () => {
    const random = new Random(4);
    const {low, high} = planeHolesFloor(1000, side);
    expect([low, high].map((value) => Math.round(10 * value) / 10)).toEqual([0, 5.8]);
    const inside = Array.from({length: 100}, () => points(random.normals(2000)).holes).filter(
      (holes) => holes >= low && holes <= high,
    );
    expect(inside.length).toBeGreaterThanOrEqual(88);
  });

  it("refuse clouds that do not fit together", () => {
    expect(() => planeHoles([], [], side)).toThrow("invalid clouds: 0 means, 0 spreads");
    expect(() => planeHoles([1, 2, 3], [1, 2, 3], side)).toThrow("two per picture");
    expect(() => planeHolesFloor(0, side)).toThrow("invalid count: 0 (from 1 to 2250)");
  });
});
