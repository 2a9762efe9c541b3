/** The ground that a walker may see, made bit by bit between frames. */
import {heightAt, type Standpoint} from "../../lib/worlds/panorama.js";
import {type ReliefTiles, tileSide} from "../../lib/worlds/relief-tiles.js";
import {type LitGround, litGround} from "./panorama-shades.js";
import {cellMetres} from "./relief-shades.js";

/** A place in cells, also between them, and the direction of the view: degrees from 0 to 360, clockwise from north. */
export interface Walker {
  x: number;
  y: number;
  heading: number;
}

export interface World {
  readonly tiles: Pick<ReliefTiles, "makeNext" | "piece">;
  /** Metres. */
  readonly water: number;
}

export type WorldGround = LitGround & World;

const reach = 10_000;
const reachCells = reach / cellMetres;

/** The ground around the walker when its tiles are made; some are made until `end`, and the ground before is kept meanwhile. */
export function groundAround(
  walker: Walker,
  world: World,
  before: WorldGround | undefined,
  end: number,
): WorldGround | undefined {
  if (isGroundOf(before, walker, world)) return before;
  const area = areaAround(walker);
  while (world.tiles.makeNext(area)) if (performance.now() > end) return before;
  const piece = world.tiles.piece(area);
  return {...litGround({piece, water: world.water, cellMetres, reach}), ...world};
}

/** Whether it is the ground of this world around this place. */
export function isGroundOf(
  ground: WorldGround | undefined,
  walker: Walker,
  {tiles, water}: World,
): ground is WorldGround {
  if (!ground || ground.tiles !== tiles || ground.water !== water) return false;
  const {left, top} = areaAround(walker);
  return ground.piece.left === left && ground.piece.top === top;
}

/** The eye so many metres above the ground or the water where the walker stands; undefined beyond the ground. */
export function standpointOn(
  {piece, water}: WorldGround,
  {x, y}: Walker,
  metres: number,
): Standpoint | undefined {
  const standing = heightAt(piece, x, y);
  return standing === undefined ? undefined : {x, y, eye: Math.max(water, standing) + metres};
}

export function goAhead(walker: Walker, cells: number): void {
  const azimuth = (walker.heading / 180) * Math.PI;
  walker.x += cells * Math.sin(azimuth);
  walker.y -= cells * Math.cos(azimuth);
}

/** Whole tiles around all that can be seen; as many everywhere. */
function areaAround({x, y}: Walker) {
  const [left, top] = [x, y].map((at) => tileSide * Math.floor((at - reachCells) / tileSide));
  const side = tileSide * (Math.ceil((2 * reachCells) / tileSide) + 1);
  return {left: left!, top: top!, width: side, height: side};
}
