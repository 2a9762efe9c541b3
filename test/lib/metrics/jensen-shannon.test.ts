import {describe, expect, test} from "vitest";
import {jensenShannon, jensenShannonFloor} from "../../../lib/metrics/jensen-shannon.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/metrics.json" with {type: "json"};

function uniform(random: Random, points: number, extent = 1.2): Float32Array {
  return Float32Array.from({length: 2 * points}, () => random.uniform(-extent, extent));
}

/** A ring of radius 0.8 with deviation 0.05, about the shape of the course's own. */
function ring(random: Random, points: number): Float32Array {
  const cloud = new Float32Array(2 * points);
  for (let i = 0; i < cloud.length; i += 2) {
    const angle = random.uniform(0, 2 * Math.PI);
    cloud[i] = 0.8 * Math.cos(angle) + 0.05 * random.normal();
    cloud[i + 1] = 0.8 * Math.sin(angle) + 0.05 * random.normal();
  }
  return cloud;
}

describe("jensenShannon", () => {
  test("by hand: half of the points in a cell they share is 0.311 bits", () => {
    // p = (1, 0), q = (½, ½), m = (¾, ¼): ½ log₂(4/3) + ½ (½ log₂(2/3) + ½ log₂ 2)
    const a = Float32Array.of(0.1, 0.1, 0.15, 0.1);
    const b = Float32Array.of(0.1, 0.1, -0.5, -0.5);
    const bits = 0.5 * Math.log2(4 / 3) + 0.25 * Math.log2(2 / 3) + 0.25;
    expect(jensenShannon(a, b)).toBeCloseTo(bits, 12);
  });

  test.each(reference.jensenShannon)("agrees with NumPy: $name", ({x, y, bits}) => {
    expect(jensenShannon(Float32Array.from(x), Float32Array.from(y))).toBeCloseTo(bits, 12);
  });

  test("is 0 for equals, 1 for strangers, symmetric, blind to order", () => {
    const random = new Random(1);
    const [a, b] = [ring(random, 300), uniform(random, 300)];
    const pairs = Array.from({length: 300}, (_, i) => [a[2 * i]!, a[2 * i + 1]!]);
    const shuffled = Float32Array.from(random.shuffle(pairs).flat());
    expect(jensenShannon(a, a)).toBe(0);
    expect(jensenShannon(a, shuffled)).toBe(0);
    expect(jensenShannon(Float32Array.of(1, 1), Float32Array.of(-1, -1))).toBe(1);
    expect(jensenShannon(a, b)).toBeCloseTo(jensenShannon(b, a), 12);
  });

  test("counts every point: those outside of the grid are not dropped", () => {
    const inside = uniform(new Random(2), 200);
    const half = inside.map((value, i) => (i < 200 ? value : 50));
    expect(jensenShannon(inside, half)).toBeGreaterThan(0.3);
    expect(jensenShannon(inside, new Float32Array(400).fill(50))).toBe(1);
    expect(jensenShannon(inside, new Float32Array(400).fill(Number.NaN))).toBe(1);
  });

  test("the upper edge belongs to the last cell", () => {
    const grid = {cells: 10, extent: 1};
    expect(jensenShannon(Float32Array.of(1, 1), Float32Array.of(0.9, 0.9), grid)).toBe(0);
  });

  test("refuses clouds that are none", () => {
    expect(() => jensenShannon(new Float32Array(3), new Float32Array(2))).toThrow(
      "invalid points: 3 values (a positive multiple of 2)",
    );
    expect(() => jensenShannon(new Float32Array(2), new Float32Array(0))).toThrow("0 values");
  });
});

describe("jensenShannonFloor", () => {
  test("has the bias of finite samples: (k - 1) / (4 n ln 2) bits for k equal cells", () => {
    const random = new Random(3);
    const {low, high} = jensenShannonFloor(() => uniform(random, 2000), 60);
    const expected = 143 / (4 * 2000 * Math.LN2);
    expect(low).toBeGreaterThan(0.7 * expected);
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    expect(high).toBeLessThan(1.3 * expected);
  });

  test("holds about 95 % of perfect samplers", () => {
    const random = new Random(4);
    const {low, high} = jensenShannonFloor(() => ring(random, 500), 400);
    const values = Array.from({length: 400}, () =>
      jensenShannon(ring(random, 500), ring(random, 500)),
    );
    const inside = values.filter((bits) => bits >= low && bits <= high).length / 400;
    expect(inside).toBeGreaterThan(0.91);
    expect(inside).toBeLessThan(0.99);
  });

  test("lies far below a ring with a gap of a quarter", () => {
    const random = new Random(5);
    const {high} = jensenShannonFloor(() => ring(random, 2000), 40);
    const gap = ring(random, 4000).filter((_, i, all) => {
      const at = i - (i % 2);
      return all[at]! < 0 || all[at + 1]! < 0;
    });
    expect(jensenShannon(ring(random, 2000), gap.slice(0, 4000))).toBeGreaterThan(4 * high);
  });
});
