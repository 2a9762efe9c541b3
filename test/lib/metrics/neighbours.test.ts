import {expect, test} from "vitest";
import {ballsAround, nearestAmong, radii} from "../../../lib/metrics/neighbours.js";
import {Pool} from "../../../lib/metrics/pool.js";
import {Random} from "../../../lib/random.js";
import {sampleOf} from "./clustered-sample.js";

/** Pictures that differ in one feature only. */
const onLine = (...places: number[]) =>
  sampleOf(Float32Array.from(places.flatMap((place) => [place, 0, 0, 0, 0, 0])));

const held = onLine(0, 0, 0, 0);
const space = {size: 6, classes: 4, held, random: new Random(1), draws: 20};
const pool = new Pool(onLine(0, 1, 3, 7), onLine(1, 5, 5, 20), space);

test("radii are those of the k-th nearest other", () => {
  expect([...radii(pool, pool.real, 1)]).toEqual([1, 1, 4, 16]);
  expect([...radii(pool, pool.real, 3)]).toEqual([49, 36, 16, 49]);
  expect([...radii(pool, pool.made, 1)]).toEqual([16, 0, 0, 225]);
});

test("the nearest is never the picture itself", () => {
  expect(nearestAmong(pool, pool.real[0]!, pool.real)).toEqual({place: 1, squared: 1});
  expect(nearestAmong(pool, pool.made[0]!, pool.real)).toEqual({place: 1, squared: 0});
});

test("a ball holds its border", () => {
  const sizes = radii(pool, pool.real, 1);
  const balls = Array.from(pool.made, (j) => ballsAround(pool, j, pool.real, sizes));
  expect(balls).toEqual([3, 2, 2, 0]);
});

test("more neighbours than there are pictures are refused", () => {
  expect(() => radii(pool, pool.real, 4)).toThrow(
    "too few pictures for 4 neighbours each: 4 (at least 5)",
  );
});
