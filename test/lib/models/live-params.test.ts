import {expect, test} from "vitest";
import {LiveParams} from "../../../lib/models/live-params.js";

const made = () => new LiveParams({rate: 1, loss: "hinge"}, {loss: ["hinge", "squares"]});

test("a live param takes a number, a choice one of its names, and the others stay", () => {
  const live = made();
  const {values} = live;
  live.set("rate", 0.25);
  live.set("loss", "squares");
  expect(live.values).toEqual({rate: 0.25, loss: "squares"});
  expect(values).toEqual({rate: 1, loss: "hinge"});
});

test("another name is refused with those that there are", () => {
  const live = made();
  for (const name of ["width", "constructor"])
    expect(() => live.set(name, 1)).toThrow(
      new RangeError(`unknown live param: ${name} (one of rate, loss)`),
    );
});

test.each(["much", true, Number.NaN, Number.POSITIVE_INFINITY])(
  "%s is no number for it",
  (value) => {
    const live = made();
    expect(() => live.set("rate", value)).toThrow(
      new RangeError(`invalid rate: ${value} (a number)`),
    );
    expect(live.values.rate).toBe(1);
  },
);

test.each(["cube", 1])("%s is no choice", (value) => {
  expect(() => made().set("loss", value)).toThrow(
    new RangeError(`unknown loss: ${value} (one of hinge, squares)`),
  );
});
