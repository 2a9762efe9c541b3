import {describe, expect, it} from "vitest";
import {PaintedPoints} from "../../../../src/figures/plane/painted-points.js";
import {readoutOf, summaryOf} from "../../../../src/figures/plane/plane-layer.js";
import {type PointPlaneData, pointLayers} from "../../../../src/figures/plane/point-layers.js";

/** 3 by 3 nodes at -1, 0, 1; the first row is the lowest: opinion = (column + 3 row) / 10. */
const field = {data: Float32Array.from({length: 9}, (_, i) => i / 10), shape: [3, 3]};

const arrays = {
  field,
  real: {data: Float32Array.of(1, 1, 1, 1), shape: [2, 2]},
  generated: {data: Float32Array.of(-1, -1), shape: [1, 2]},
};

const painted = new PaintedPoints();
painted.press({x: 0.5, y: 0.5});
const layers = pointLayers(1, painted);
const all = [layers.real, layers.generated, layers.field];

/** Names of the layers that are on. */
const on = (data: PointPlaneData) =>
  Object.entries(layers).flatMap(([name, {isOn}]) => (isOn?.(data) ? [name] : []));

describe("the layers of a GAN's plane", () => {
  it("sum the plane up", () => {
    expect(summaryOf(all, {arrays})).toBe(
      "2 real points, 1 generated point, the judge says 0.80 real at the real points, 0.00 at the generated ones",
    );
    expect(summaryOf(all, {arrays: {}})).toBe("empty");
  });

  it("tell the judge's opinion at a place, also where its shade is off", () => {
    const place = {x: 0.5, y: -0.001};
    expect(readoutOf(all, place, {arrays})).toBe("the judge says 0.45 real");
    expect(readoutOf(all, place, {arrays, layers: {field: false}})).toMatch(/0\.45/);
    expect(readoutOf(all, place, {arrays: {}})).toBe("");
  });

  it("are on where there is something, unless the reader switches them off", () => {
    expect(on({arrays})).toEqual(["field", "real", "generated"]);
    expect(on({arrays, layers: {real: false, warp: true}})).toEqual(["field", "generated"]);
  });

  it("are the painted points and nothing else while the reader paints", () => {
    const data = {arrays, drawing: true, layers: {real: false}};
    expect(on(data)).toEqual(["real"]);
    expect(summaryOf(all, data)).toBe("1 point painted");
    expect(readoutOf(all, {x: 0, y: 0}, data)).toBe("");
  });
});
