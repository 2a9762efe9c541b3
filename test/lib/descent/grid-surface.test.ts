import {describe, expect, it, test} from "vitest";
import {gridSurface} from "../../../lib/descent/grid-surface.js";
import {Random} from "../../../lib/random.js";

const extent = 2.5;
const nodes = 11;
const at = (i: number) => extent * ((2 * i) / (nodes - 1) - 1);

function gridOf(height: (x: number, y: number) => number) {
  const data = Float32Array.from({length: nodes * nodes}, (_, i) =>
    height(at(i % nodes), at(Math.floor(i / nodes))),
  );
  return {data, shape: [nodes, nodes]};
}

const parabola = (x: number, y: number) => 3 + x - 2 * y + 0.5 * x * x - x * y + 0.75 * y * y;
const wave = gridOf((x, y) => Math.sin(2 * x) + Math.cos(3 * y));
const places = new Random(3).normals(60).map((v) => Math.max(-extent, Math.min(extent, v)));

describe("a surface through a grid", () => {
  it("has the grid's heights at its nodes, at the edges too", () => {
    const surface = gridSurface(wave, extent);
    for (let i = 0; i < nodes * nodes; i++) {
      const {value} = surface(at(i % nodes), at(Math.floor(i / nodes)));
      expect(value).toBeCloseTo(wave.data[i]!, 10);
    }
  });

  it("meets a parabola exactly, with its slopes, up to the edge", () => {
    const surface = gridSurface(gridOf(parabola), extent);
    for (let i = 0; i < places.length; i += 2) {
      const [x, y] = [places[i]!, places[i + 1]!];
      const {value, dx, dy} = surface(x, y);
      expect(value).toBeCloseTo(parabola(x, y), 5);
      expect(dx).toBeCloseTo(1 + x - y, 5);
      expect(dy).toBeCloseTo(-2 - x + 1.5 * y, 5);
    }
  });

  it("has the slopes of its own heights, by differences", () => {
    const surface = gridSurface(wave, extent);
    const h = 1e-6;
    for (let i = 0; i < places.length; i += 2) {
      const [x, y] = [places[i]! * 0.99, places[i + 1]! * 0.99];
      const {dx, dy} = surface(x, y);
      expect(dx).toBeCloseTo((surface(x + h, y).value - surface(x - h, y).value) / (2 * h), 5);
      expect(dy).toBeCloseTo((surface(x, y + h).value - surface(x, y - h).value) / (2 * h), 5);
    }
  });
});

test("there is no height beyond the grid, and no surface through two nodes", () => {
  const surface = gridSurface(wave, extent);
  expect(surface(extent + 0.001, 0).value).toBeNaN();
  expect(surface(0, -extent - 0.001).value).toBeNaN();
  expect(surface(Number.NaN, 0).value).toBeNaN();
  const two = {data: new Float32Array(4), shape: [2, 2]};
  expect(() => gridSurface(two, 1)).toThrow("invalid grid: 2 nodes (3 or more)");
});
