import {describe, expect, test} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {nearestPicture} from "../../../lib/metrics/nearest.js";
import {Random} from "../../../lib/random.js";
import reference from "../../reference/metrics.json" with {type: "json"};

function noise(n: number, side: number, random: Random): ByteImages {
  const data = Uint8Array.from({length: n * side * side}, () => random.integer(256));
  return {data, shape: [n, side, side, 1]};
}

describe("nearestPicture", () => {
  test("agrees with NumPy, copies among them", () => {
    const {pictures, queries, index, distance} = reference.nearest;
    const all: ByteImages = {data: Uint8Array.from(pictures), shape: [60, 5, 4, 1]};
    index.forEach((expected, i) => {
      const found = nearestPicture(Uint8Array.from(queries.slice(20 * i, 20 * i + 20)), all);
      expect(found.index).toBe(expected);
      expect(found.distance).toBeCloseTo(distance[i]!, 12);
    });
    expect(distance[3]).toBe(0);
  });

  test("black against white is 1; half a picture off by 51 levels is 0.2 / sqrt 2", () => {
    const white: ByteImages = {data: new Uint8Array(4).fill(255), shape: [1, 2, 2, 1]};
    expect(nearestPicture(new Uint8Array(4), white)).toEqual({index: 0, distance: 1});
    const half = Uint8Array.of(255, 204, 255, 204);
    expect(nearestPicture(half, white).distance).toBeCloseTo(0.2 / Math.SQRT2, 12);
  });

  test("finds each picture of a large set itself, also where it is the last", () => {
    const all = noise(500, 28, new Random(1));
    for (const i of [0, 250, 499]) {
      const picture = all.data.subarray(784 * i, 784 * (i + 1));
      expect(nearestPicture(picture, all)).toEqual({index: i, distance: 0});
    }
  });

  test("gives the same as the plain double loop on smooth pictures", () => {
    const random = new Random(2);
    const all = noise(200, 28, random);
    const flat = all.data.map((value, i) => (value >> 5) + (Math.floor(i / 784) % 200));
    const set: ByteImages = {data: flat, shape: all.shape};
    for (let trial = 0; trial < 20; trial++) {
      const level = random.integer(200);
      const query = new Uint8Array(784).map(() => level + random.integer(9));
      const sums = Array.from({length: 200}, (_, i) =>
        query.reduce((sum, value, k) => sum + (value - flat[784 * i + k]!) ** 2, 0),
      );
      expect(nearestPicture(query, set).index).toBe(sums.indexOf(Math.min(...sums)));
    }
  });

  test("refuses another size and an empty set", () => {
    const all: ByteImages = {data: new Uint8Array(8), shape: [2, 2, 2, 1]};
    expect(() => nearestPicture(new Uint8Array(3), all)).toThrow(
      "sizes differ: 3 and 4 bytes a picture",
    );
    expect(() =>
      nearestPicture(new Uint8Array(4), {data: new Uint8Array(0), shape: [0, 2, 2, 1]}),
    ).toThrow("too few pictures: 0 (at least 1)");
  });
});
