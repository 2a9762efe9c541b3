import {describe, expect, test} from "vitest";
import {dataFile} from "../../../../data/data-file.js";
import {unpackBundle} from "../../../../lib/bundle.js";
import {dequantise} from "../../../../lib/models/quantised.js";
import {reliefNetwork} from "../../../../lib/models/relief-network.js";
import {closing, heightAt, type Lens} from "../../../../lib/worlds/panorama.js";
import {type ReliefOptions, reliefPiece} from "../../../../lib/worlds/relief.js";
import {
  type Daylight,
  litGround,
  panoramaPixels,
} from "../../../../src/figures/terrain/panorama-shades.js";

const {header, arrays} = unpackBundle(dataFile("relief-network"));
const {scales, base} = header as {readonly scales: readonly number[]; readonly base: number};
const options: Omit<ReliefOptions, "seed"> = {
  ...{scales, base: 1.3 * base, roughness: 0.9},
  network: reliefNetwork(dequantise(arrays)),
};
const day: Daylight = {high: [90, 140, 200], low: [220, 230, 240], light: [255, 255, 255]};
const lens: Lens = {circle: 240, first: 120, columns: 240, rows: 40, horizon: 20};

function around(seed: number, water: number, reach = 1800) {
  const piece = reliefPiece({...options, seed}, {left: -24, top: -24, width: 48, height: 48});
  const ground = litGround({piece, water, cellMetres: 90, reach});
  const from = {x: 0, y: 0, eye: Math.max(water, heightAt(piece, 0, 0)!) + 60};
  return panoramaPixels(ground, from, lens, day);
}

test("where the circle closes, pixels of eight worlds differ no more than elsewhere", () => {
  const found = Array.from({length: 8}, (_, seed) => closing(around(seed, -60).pixels, 240));
  for (const {seam, most} of found) expect(seam).toBeLessThanOrEqual(most);
  const mean = (of: "seam" | "inside") => found.reduce((sum, each) => sum + each[of], 0) / 8;
  expect(mean("inside"), "there is something to see").toBeGreaterThan(0.1);
  expect(mean("seam") / mean("inside")).toBeLessThan(1.2);
});

describe("on a sea without end", () => {
  const {pixels, farthest} = around(7, 3000);
  const at = (row: number) => [...pixels.subarray(4 * row * 240, 4 * row * 240 + 4)];

  test("the sky is blue above and pale at the horizon, and nothing is transparent", () => {
    expect(at(20)).toEqual([220, 230, 240, 255]);
    expect(at(0)[0]).toBeLessThan(at(10)[0]!);
    expect(pixels.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  test("water far away is as pale as the sky, and dark at one's feet", () => {
    const [far, near] = [at(22)[0]!, at(39)[0]!];
    expect(far).toBeGreaterThan(170);
    expect(near).toBeLessThan(110);
  });

  test("the farthest ground is within reach", () => {
    expect(farthest).toBeGreaterThan(1000);
    expect(farthest).toBeLessThanOrEqual(1800);
  });
});
