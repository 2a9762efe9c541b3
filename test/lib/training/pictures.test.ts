import {expect, test} from "vitest";
import {PictureRhythm} from "../../../lib/training/pictures.js";

test("nothing is due until something changed, and once only", () => {
  const rhythm = new PictureRhythm();
  expect(rhythm.due(0, false)).toBe(false);
  rhythm.want();
  expect(rhythm.due(0, false)).toBe(true);
  rhythm.sent(0, 1);
  rhythm.shown();
  expect(rhythm.due(1e6, false)).toBe(false);
});

test("the next waits until the last is shown, however long that takes", () => {
  const rhythm = new PictureRhythm();
  rhythm.want();
  rhythm.sent(0, 1);
  rhythm.want();
  expect(rhythm.due(1e6, true)).toBe(false);
  rhythm.shown();
  expect(rhythm.due(1e6, true)).toBe(true);
});

test.each([
  [1, 125], // eight a second
  [100, 800], // an eighth of the time
])("while training, after a picture of %d ms the next comes %d ms later", (cost, wait) => {
  const rhythm = new PictureRhythm();
  rhythm.sent(1000 - cost, 1000);
  rhythm.shown();
  rhythm.want();
  expect(rhythm.due(1000 + wait - 1, true)).toBe(false);
  expect(rhythm.due(1000 + wait, true)).toBe(true);
  expect(rhythm.due(1001, false)).toBe(true);
});
