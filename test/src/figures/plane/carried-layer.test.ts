import {expect, test} from "vitest";
import {carriedLayer} from "../../../../src/figures/plane/carried-layer.js";
import {brushDouble} from "./brush-double.js";

const points = (...data: number[]) => ({
  data: Float32Array.from(data),
  shape: [data.length / 2, 2],
});

/** The left generated point is nearest to both real ones; only crossing over would cost more than it saves. */
const arrays = {generated: points(0, 0, 1, 0, 0.9, 0.9), real: points(0, 0.5, 1, 0.5, 0, 0)};
const layer = carriedLayer(2);
const shown = {arrays, isCarried: true};

test("a line goes from each of the first generated points to the one it is carried to", () => {
  const {brush, drawn} = brushDouble(100);
  layer.draw!(brush, shown);
  const lines = drawn.filter((call) => /^(move|line)To/.test(call));
  expect(lines).toEqual(["moveTo 50 50", "lineTo 50 25", "moveTo 100 50", "lineTo 100 25"]);
});

test("says how far on average", () => {
  expect(layer.says!(shown)).toBe("carried 0.500 on average");
});

test("is off, and matches nothing, until it is wanted and while the reader paints", () => {
  const {brush, drawn} = brushDouble(100);
  for (const data of [{arrays}, {...shown, drawing: true}, {arrays: {}, isCarried: true}]) {
    expect(layer.isOn!(data)).toBe(false);
    expect(layer.says!(data)).toBeUndefined();
    layer.draw!(brush, data);
  }
  expect(drawn).toEqual([]);
});

test("follows the points", () => {
  const moved = {...arrays, generated: points(0, 1, 1, 1)};
  layer.says!(shown);
  expect(layer.says!({arrays: moved, isCarried: true})).toBe("carried 0.500 on average");
  expect(layer.says!({arrays: {...moved, real: points(0, 0, 1, 0)}, isCarried: true})).toBe(
    "carried 1.00 on average",
  );
});
