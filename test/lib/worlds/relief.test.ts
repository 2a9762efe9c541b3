import {describe, expect, test} from "vitest";
import {dataFile} from "../../../data/data-file.js";
import {unpackBundle} from "../../../lib/bundle.js";
import {dequantise} from "../../../lib/models/quantised.js";
import {reliefNetwork} from "../../../lib/models/relief-network.js";
import {Random} from "../../../lib/random.js";
import {LeaningField, leaningConditions} from "../../../lib/worlds/leaning-field.js";
import {
  differencesAt,
  doubled,
  neighbours,
  normalAt,
  type ReliefOptions,
  reliefPiece,
} from "../../../lib/worlds/relief.js";
import {ReliefTiles, steps, tileSide} from "../../../lib/worlds/relief-tiles.js";

const {header, arrays} = unpackBundle(dataFile("relief-network"));
const {scales, base} = header as {readonly scales: readonly number[]; readonly base: number};
const options: ReliefOptions = {
  ...{seed: 7, scales, base, roughness: 1},
  network: reliefNetwork(dequantise(arrays)),
};

const worlds = 6;

/** Every coarse cell leans another way, as far as any may. */
function varied(): LeaningField {
  const field = new LeaningField();
  const random = new Random(3);
  for (let row = -12; row <= 12; row++)
    for (let column = -12; column <= 12; column++)
      field.give(column, row, {
        rough: random.uniform(-0.5, 0.5),
        tall: random.uniform(-0.7, 0.7),
        low: random.uniform(-120, 120),
      });
  return field;
}

const kinds: readonly (readonly [string, ReliefOptions])[] = [
  ["the same conditions everywhere", options],
  [
    "conditions that differ by place",
    {...options, byPlace: leaningConditions(varied(), {rough: 1, tall: 1}, base)},
  ],
];

describe.each(kinds)("a world without seams, with %s", (_, options) => {
  const whole = reliefPiece(options, {left: -5, top: -9, width: 40, height: 24});

  test("any piece is a part of any larger one, to the last bit", () => {
    const part = reliefPiece(options, {left: 3, top: -2, width: 11, height: 7});
    for (let y = 0; y < 7; y++)
      for (let x = 0; x < 11; x++)
        expect(part.data[y * 11 + x]).toBe(whole.data[(y + 7) * 40 + x + 8]);
  });

  test("tiles give the same as one piece, below zero too", () => {
    const tiled = new ReliefTiles(options).piece(whole);
    expect(tiled).toEqual(whole);
  });

  test("tiles can be made one by one, from the middle of an area, and are the same", () => {
    const tiles = new ReliefTiles(options);
    const area = {left: -1, top: 0, width: 34, height: 1};
    const counts = [];
    while (tiles.makeNext(area)) counts.push(tiles.count);
    expect(counts).toEqual([1, 2, 3]);
    expect(tiles.piece(area)).toEqual(reliefPiece(options, area));
    expect(tiles.count).toBe(3);
  });

  test("the same seed gives the same world, another one another", () => {
    const area = {left: 0, top: 0, width: 4, height: 4};
    expect(reliefPiece({...options}, area)).toEqual(reliefPiece(options, area));
    expect(reliefPiece({...options, seed: 8}, area).data).not.toEqual(
      reliefPiece(options, area).data,
    );
  });

  test("across borders of tiles the height changes no more than inside, in six worlds", () => {
    const found = Array.from({length: worlds}, (_, seed) => {
      const side = 3 * tileSide;
      return steps(
        new ReliefTiles({...options, seed}).piece({left: -16, top: -16, width: side, height: side}),
      );
    });
    const mean = (of: "across" | "inside") =>
      found.reduce((sum, each) => sum + each[of], 0) / worlds;
    expect(mean("across") / mean("inside")).toBeLessThan(1.1);
    expect(mean("across") / mean("inside")).toBeGreaterThan(0.9);
  });
});

test("a seam would be seen: tiles of two worlds side by side", () => {
  const left = reliefPiece(options, {left: 0, top: 0, width: 32, height: 32});
  const right = reliefPiece({...options, seed: 8}, {left: 32, top: 0, width: 32, height: 32});
  const data = Float64Array.from({length: 64 * 32}, (_, i) => {
    const [x, y] = [i % 64, Math.floor(i / 64)];
    return (x < 32 ? left : right).data[y * 32 + (x % 32)]!;
  });
  const {across, inside} = steps({left: 0, top: 0, width: 64, height: 32, data});
  expect(across).toBeGreaterThan(2 * inside);
});

test("rougher is rougher, and without roughness only what is to be expected is left", () => {
  const inside = (roughness: number) =>
    steps(reliefPiece({...options, roughness}, {left: 1, top: 1, width: 30, height: 30})).inside;
  expect(inside(0)).toBeLessThan(inside(0.5));
  expect(inside(0.5)).toBeLessThan(inside(1.2));
});

test("heights stay on this planet", () => {
  for (const seed of [1, 2, 3, 4]) {
    const {data} = reliefPiece(
      {...options, seed, roughness: 1.5},
      {left: 900, top: -300, width: 64, height: 64},
    );
    expect(Math.max(...data.map(Math.abs))).toBeLessThan(3000);
  }
});

test("chance at a place has mean 0 and variance 1, whatever was asked before", () => {
  const values = Array.from({length: 4000}, (_, i) =>
    normalAt(3, 2, (i % 64) - 30, Math.floor(i / 64)),
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(0.06);
  expect(Math.abs(square - 1)).toBeLessThan(0.08);
  const next =
    values.slice(1).reduce((sum, value, i) => sum + value * values[i]!, 0) / values.length;
  expect(Math.abs(next), "neighbours have nothing to do with each other").toBeLessThan(0.06);
});

test("a cell is doubled by 1, 5 and 10 parts of 16 in each direction, and a slope stays a slope", () => {
  const coarse = {left: -1, top: -1, width: 3, height: 3, data: new Float64Array(9)};
  coarse.data[4] = 256; // the cell (0, 0)
  const {data} = doubled(coarse, {left: 0, top: 0, width: 2, height: 2});
  expect([...data]).toEqual([100, 100, 100, 100]);
  coarse.data[4] = 0;
  coarse.data[5] = 256; // its neighbour in the east
  expect([...doubled(coarse, {left: 0, top: 0, width: 2, height: 2}).data]).toEqual([
    10, 50, 10, 50,
  ]);
  const slope = {...coarse, data: coarse.data.map((_, i) => 2 * (i % 3))};
  expect([...doubled(slope, {left: 0, top: 0, width: 2, height: 1}).data]).toEqual([1.5, 2.5]);
});

test("differences are those to two rings of eight, by the scale", () => {
  const piece = {
    left: 0,
    top: 0,
    width: 5,
    height: 5,
    data: Float64Array.from({length: 25}, (_, i) => i),
  };
  const found = new Float64Array(neighbours.length);
  differencesAt(piece, 2, 2, 2, found);
  expect([...found.subarray(0, 8)]).toEqual([-3, -2.5, -2, -0.5, 0.5, 2, 2.5, 3]);
  expect([...found.subarray(8)]).toEqual([-6, -5, -4, -1, 1, 4, 5, 6]);
});

test("missing weights are named", () => {
  const {"second/bias": _, ...rest} = dequantise(arrays);
  expect(() => reliefNetwork(rest)).toThrow("missing weights: second");
});
