import {expect, test} from "vitest";
import {trails} from "../../../../../src/figures/plane/layers/trails.js";
import {brushDouble} from "../brush-double.js";

/** Two points at three stops; only the first is drawn. */
const stops = {data: Float32Array.of(0, 0, 9, 9, 1, 0, 9, 9, 1, 1, 9, 9), shape: [3, 2, 2]};
const drawnAt = (at: number) => {
  const {brush, drawn} = brushDouble(100);
  trails(() => ({stops, count: 1, at}), "--real").draw!(brush, {});
  return drawn.filter((call) => /^(moveTo|lineTo|strokeStyle)/.test(call));
};

test("what lies ahead is faint, what lies before is clear", () => {
  expect(drawnAt(1)).toEqual([
    "moveTo 100 50",
    "lineTo 100 0",
    "strokeStyle rgb(0 0 255 / 0.25)",
    "moveTo 50 50",
    "lineTo 100 50",
    "strokeStyle rgb(0 0 255 / 0.8)",
  ]);
});

test("at the end all of it is clear, at the start nothing", () => {
  const lines = (at: number) => drawnAt(at).map((call) => call.split(" ")[0]);
  expect(lines(2).slice(2)).toEqual(["moveTo", "lineTo", "lineTo", "strokeStyle"]);
  expect(lines(0).slice(0, 4)).toEqual(["moveTo", "lineTo", "lineTo", "strokeStyle"]);
});
