import {expect, it} from "vitest";
import {strayCounts, strays, straysOf} from "../../../../../src/figures/plane/layers/strays.js";
import {brushDouble} from "../brush-double.js";

const points = [0, 1, 1.5, 0.5, 1.5, -0.5, 3, 7, Number.NaN, 2];

it("finds the points beyond the frame, each where it would leave it", () => {
  expect(straysOf(points, 1)).toEqual([
    {x: 1, y: 0.5, out: {x: 1, y: 0}},
    {x: 1, y: -0.5, out: {x: 1, y: 0}},
    {x: 1, y: 1, out: {x: 0, y: 1}},
  ]);
  expect(straysOf(points, 7)).toEqual([]);
});

it("counts them by side, within the frame", () => {
  const ink = "--generated-text";
  expect(strayCounts(straysOf(points, 1), 1, ink)).toEqual([
    {x: 0.9, y: 0, text: "2", ink},
    {x: 0.9, y: 0.9, text: "1", ink},
  ]);
});

it("draws a wedge for each, its tip on the edge", () => {
  const {brush, drawn} = brushDouble(100, 1);
  strays(() => points, 1, "--real", "--ink").draw?.(brush, {});
  expect(drawn.filter((call) => call.startsWith("moveTo"))).toEqual([
    "moveTo 100 25",
    "moveTo 100 75",
    "moveTo 100 0",
  ]);
  const written = drawn.filter((call) => call.startsWith("fillText"));
  expect(written.map((call) => call.split(" ")[1])).toEqual(["2", "1"]);
});
