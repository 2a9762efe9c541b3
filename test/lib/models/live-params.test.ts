import {expect, test} from "vitest";
import {liveNumber} from "../../../lib/models/live-params.js";

test("a live param takes a number and keeps it", () => {
  expect(liveNumber(["rate", "beta"], "beta", 0.25)).toBe(0.25);
});

test("another name is refused with those that there are", () => {
  expect(() => liveNumber(["rate", "beta"], "width", 1)).toThrow(
    new RangeError("unknown live param: width (one of rate, beta)"),
  );
});

test.each(["much", true, Number.NaN, Number.POSITIVE_INFINITY])(
  "%s is no number for it",
  (value) => {
    expect(() => liveNumber(["rate"], "rate", value)).toThrow(
      new RangeError(`invalid rate: ${value} (a number)`),
    );
  },
);
