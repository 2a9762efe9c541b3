import {describe, expect, test} from "vitest";
import {reliefPiece} from "../../../../lib/worlds/relief.js";
import {ReliefTiles} from "../../../../lib/worlds/relief-tiles.js";
import {groundAround} from "../../../../src/figures/terrain/ground-around.js";
import {WalkedWorld} from "../../../../src/figures/terrain/walked-world.js";

const maker = {
  ...{scales: [60, 52, 36, 20, 10], base: 134},
  network: (differences: Float64Array) => ({mean: differences[3]! / 8, deviation: 0.7}),
};
const set = {rough: 0.9, tall: 1.3};
const everybodys = {...maker, seed: 7, roughness: 0.9, base: 1.3 * 134};
const start = {x: 0, y: 0};
const here = {left: -20, top: -20, width: 40, height: 40};

/** A world that follows somebody who has come 400 cells to the east. */
function walked(): WalkedWorld {
  const world = new WalkedWorld(maker, set);
  world.follow(true, start);
  for (let x = 8; x <= 400; x += 8) world.walkTo({x, y: 0}, -60);
  return world;
}
const there = {left: 500, top: -10, width: 20, height: 20};

describe("the world that is walked through", () => {
  test("is everybody's, to the last bit, unless it follows, and nothing is noticed then", () => {
    const world = new WalkedWorld(maker, set);
    world.walkTo({x: 400, y: 0}, -60);
    expect(world.tiles.piece(here)).toEqual(reliefPiece(everybodys, here));
    expect(world.tiles.piece(there)).toEqual(reliefPiece(everybodys, there));
    expect(world.hasNoticed).toBe(false);
  });

  test("stays as it is when it begins to follow, and is another one where the walker comes later", () => {
    const world = walked();
    expect(world.tiles.piece(here)).toEqual(reliefPiece(everybodys, here));
    expect(world.tiles.piece(there).data).not.toEqual(reliefPiece(everybodys, there).data);
    expect(walked().tiles.piece(there)).toEqual(world.tiles.piece(there));
  });

  test("is everybody's again when it follows no longer, and the walker's own when it does again", () => {
    const world = walked();
    const own = world.tiles.piece(there);
    const {profile} = world.followed!;
    world.follow(false, {x: 400, y: 0});
    expect(world.followed).toBeUndefined();
    expect(world.tiles.piece(there)).toEqual(reliefPiece(everybodys, there));
    world.walkTo({x: 420, y: 0}, -60);
    world.follow(true, {x: 420, y: 0});
    expect(world.tiles.piece(there)).toEqual(own);
    expect(world.followed!.profile, "what was walked meanwhile is not noticed").toEqual(profile);
  });

  test("that has forgotten somebody has neither a profile nor ground that was made of it", () => {
    const world = walked();
    world.forget({x: 400, y: 0});
    expect(world.tiles.piece(there)).toEqual(reliefPiece(everybodys, there));
    expect(Object.values(world.followed!.profile)).toEqual([0, 0, 0]);
    world.follow(false, start);
    world.forget(start);
    expect(world.hasNoticed).toBe(false);
  });

  test("takes what it has noticed into the next world, and dials turn the whole world", () => {
    const world = walked();
    const {profile} = world.followed!;
    world.enterNext(start);
    expect(world.seed).toBe(8);
    expect(world.followed!.profile).toEqual(profile);
    expect(world.tiles.piece(here).data).not.toEqual(
      reliefPiece({...everybodys, seed: 8}, here).data,
    );
    const before = world.tiles.piece(here);
    world.set({rough: 0.3, tall: 0.5});
    expect(world.tiles.piece(here).data).not.toEqual(before.data);
  });

  test("can be seen from the ground, wherever in a cell the walker is, without another coarse cell being asked for", () => {
    for (const x of [0, 15.6, 31.6, -0.6]) {
      const world = new WalkedWorld(maker, set);
      world.follow(true, {x: Math.round(x), y: 0});
      const walker = {x, y: 0.49, heading: 0};
      const {tiles} = world;
      const ground = groundAround(walker, {tiles, water: 0}, undefined, performance.now() + 60_000);
      expect(ground!.piece.width).toBe(256);
      expect(tiles).toBeInstanceOf(ReliefTiles);
    }
  });
});
