import {expect, test} from "vitest";
import {assumedWatts, laptopWatts, wattHours} from "../../lib/energy.js";
import {arenaParams} from "../../src/experiments/arena/arena-params.js";

test("a kilowatt for an hour is a kilowatt-hour, 15 W for a minute a quarter of a watt-hour", () => {
  expect(wattHours(3600, 1000)).toBe(1000);
  expect(wattHours(60, 15)).toBe(0.25);
  expect(wattHours(0, 15)).toBe(0);
});

test("a time and a power that there cannot be are named", () => {
  expect(() => wattHours(-1, 15)).toThrow("invalid seconds: -1 (a number, 0 or more)");
  expect(() => wattHours(1, Number.NaN)).toThrow("invalid watts: NaN");
  expect(() => wattHours(1, Number.POSITIVE_INFINITY)).toThrow("invalid watts: Infinity");
});

test("the whole course assumes the same of a machine", () => {
  expect(arenaParams.watts.default).toBe(assumedWatts);
  expect(assumedWatts).toBe(laptopWatts.low);
});
