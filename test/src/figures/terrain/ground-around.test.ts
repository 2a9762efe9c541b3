import {expect, test} from "vitest";
import {ReliefTiles} from "../../../../lib/worlds/relief-tiles.js";
import {groundAround, isGroundOf} from "../../../../src/figures/terrain/ground-around.js";

const world = (seed: number) => ({
  tiles: new ReliefTiles({
    ...{seed, scales: [1], base: 100, roughness: 1},
    network: () => ({mean: 0, deviation: 1}),
  }),
  water: 0,
});
const start = {x: 0.5, y: -0.5, heading: 0};
const soon = () => performance.now() + 60_000;

test("64 tiles are all that can be seen, and 32 cells further on a row of eight is new", () => {
  const here = world(7);
  const ground = groundAround(start, here, undefined, soon());
  expect(here.tiles.count).toBe(64);
  expect(isGroundOf(ground, start, here)).toBe(true);
  const next = {...start, x: 32.5};
  expect(isGroundOf(ground, next, here)).toBe(false);
  groundAround(next, here, ground, soon());
  expect(here.tiles.count).toBe(72);
});

test("with ten kilometres on all sides, wherever the walker stands", () => {
  for (const x of [0, 14.2, 15, 17.8, 31.99, -0.01]) {
    const {piece, reach, cellMetres} = groundAround({...start, x}, world(7), undefined, soon())!;
    expect(reach).toBe(10_000);
    expect((x - piece.left) * cellMetres).toBeGreaterThanOrEqual(reach);
    expect((piece.left + piece.width - 1 - x) * cellMetres).toBeGreaterThanOrEqual(reach);
  }
});

test("without time a tile at least is made, and the ground before is kept", () => {
  const [here, other] = [world(7), world(8)];
  const ground = groundAround(start, here, undefined, soon())!;
  expect(groundAround(start, other, ground, 0)).toBe(ground);
  expect(other.tiles.count).toBe(1);
  expect(isGroundOf(ground, start, other)).toBe(false);
  expect(isGroundOf(ground, start, {...here, water: 5})).toBe(false);
});
