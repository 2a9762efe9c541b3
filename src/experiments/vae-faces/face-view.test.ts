import {expect, test} from "vitest";
import {firstFaceView, optionIndex, parseFaceView} from "./face-view.js";

test("what is not said is as at first", () => {
  expect(parseFaceView({}, 8)).toEqual(firstFaceView);
  expect(parseFaceView({face: 3, strength: -2}, 8)).toEqual({
    ...firstFaceView,
    face: 3,
    strength: -2,
  });
});

test("an attribute's option has its place", () => {
  expect(optionIndex("hair", "long")).toEqual({column: 2, label: 2});
});

test.each([
  [{face: 16}, "invalid face: 16 (a whole number from 0 to 15)"],
  [{other: 0.5}, "invalid other: 0.5 (a whole number from 0 to 15)"],
  [{rank: 8}, "invalid rank: 8 (a whole number from 0 to 7)"],
  [{strength: 2.5}, "invalid strength: 2.5 (a number from -2 to 2)"],
  [{option: "rosy"}, "unknown glasses: rosy (one of none, clear, dark)"],
  [{attribute: "age"}, "unknown attribute: age (one of glasses, beard, "],
])("refuses %o", (given, message) => {
  expect(() => parseFaceView(given, 8)).toThrow(message);
});
