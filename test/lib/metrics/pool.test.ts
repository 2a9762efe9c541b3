import {describe, expect, test} from "vitest";
import {Pool, squaredDistances} from "../../../lib/metrics/pool.js";
import {clusteredSample, clusteredSpace} from "./clustered-sample.js";

describe("Pool", () => {
  const pool = new Pool(clusteredSample(1, 5), clusteredSample(2, 4), clusteredSpace(3, 6));

  test("has real, held-out and made pictures one behind the other", () => {
    expect([...pool.real]).toEqual([0, 1, 2, 3, 4]);
    expect([...pool.held]).toEqual([5, 6, 7, 8, 9, 10]);
    expect([...pool.made]).toEqual([11, 12, 13, 14]);
    expect(pool.all.pictures.shape[0]).toBe(15);
  });

  test("computes distances once", () => {
    expect(pool.distances).toBe(pool.distances);
  });

  test("refuses more made pictures than there are held-out ones", () => {
    expect(
      () => new Pool(clusteredSample(1, 5), clusteredSample(2, 7), clusteredSpace(3, 6)),
    ).toThrow("too few held-out real pictures: 6 (at least 7");
  });
});

describe("squaredDistances", () => {
  test("are symmetric, and 0 for equal rows", () => {
    expect([...squaredDistances(Float32Array.of(0, 0, 3, 4, 0, 0), 2)]).toEqual([
      0, 25, 0, 25, 0, 25, 0, 25, 0,
    ]);
  });

  test("refuse a table that would be too large", () => {
    expect(() => squaredDistances(new Float32Array(3601), 1)).toThrow("too many pictures");
  });
});
