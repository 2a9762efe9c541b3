/** Optimisers that go down one surface from one start, and who of them arrives first. */

import type {Surface} from "./formula-slopes.js";
import {type DescentName, type DescentSettings, descentStep, startState} from "./rules.js";

export interface Racer {
  readonly name: DescentName;
  readonly settings: DescentSettings;
}

export interface RaceTask {
  readonly surface: Surface;
  readonly start: readonly [x: number, y: number];
  readonly racers: readonly Racer[];
  readonly steps: number;
  /** The height that counts as arrived, or lower. */
  readonly goal: number;
}

/** The way of one racer: places and heights from the start on. It ends early where it is lost. */
export interface Lane {
  readonly name: DescentName;
  /** Flat [n, 2]. */
  readonly places: readonly number[];
  readonly heights: readonly number[];
  /** The step from which on it is at the goal or lower, to the end: who only rolls through has not arrived. */
  readonly arrived: number | undefined;
  /** Whether it left all bounds, as it does when each step leaps farther than the last. */
  readonly isLost: boolean;
}

/** Share of the height between start and lowest point that is still to go at the goal. */
export const goalShare = 0.01;
const farthest = 1e6;

export function runRace({surface, start, racers, steps, goal}: RaceTask): Lane[] {
  return racers.map(({name, settings}) => {
    let state = startState(start);
    const places = [...start];
    const heights = [surface(...start).value];
    let isLost = !Number.isFinite(heights[0]!);
    while (!isLost && state.steps < steps) {
      const [x, y] = state.weights as [number, number];
      const {dx, dy} = surface(x, y);
      state = descentStep(name, state, [dx, dy], settings);
      const [nextX, nextY] = state.weights as [number, number];
      const {value} = surface(nextX, nextY);
      places.push(nextX, nextY);
      heights.push(value);
      isLost = !(Number.isFinite(value) && Math.hypot(nextX, nextY) < farthest);
    }
    return {name, places, heights, arrived: stayedFrom(heights, goal), isLost};
  });
}

/** The step after the last height that is not at the goal, if there is one. */
function stayedFrom(heights: readonly number[], goal: number): number | undefined {
  const last = heights.findLastIndex((height) => !(height <= goal));
  return last + 1 < heights.length ? last + 1 : undefined;
}

/** The height of the goal, for a start and the lowest height that there is. */
export function goalHeight(startHeight: number, lowest: number): number {
  return lowest + goalShare * (startHeight - lowest);
}

/** The first to arrive, several where they arrive at the same step; none if nobody does. */
export function firstOf(lanes: readonly Lane[]): DescentName[] {
  const steps = lanes.flatMap(({arrived}) => arrived ?? []);
  const least = Math.min(...steps);
  return lanes.filter(({arrived}) => arrived === least).map(({name}) => name);
}

export interface Lowest {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

const gridNodes = 61;
const closerNodes = 11;
const closerLooks = 8;

/** The lowest place of a map from -extent to extent: looked for on a grid, then ever closer about the best. NaN without any height. */
export function lowestPlace(surface: Surface, extent: number): Lowest {
  let best = lowestOf(surface, {x: 0, y: 0}, extent, extent, gridNodes);
  let reach = (2 * extent) / (gridNodes - 1);
  for (let i = 0; i < closerLooks && Number.isFinite(best.height); i++) {
    const found = lowestOf(surface, best, reach, extent, closerNodes);
    if (found.height < best.height) best = found;
    reach /= (closerNodes - 1) / 2;
  }
  return best;
}

function lowestOf(
  surface: Surface,
  middle: {readonly x: number; readonly y: number},
  reach: number,
  extent: number,
  nodes: number,
): Lowest {
  let best: Lowest = {...middle, height: Number.NaN};
  const along = (centre: number, i: number) =>
    Math.max(-extent, Math.min(extent, centre + reach * ((2 * i) / (nodes - 1) - 1)));
  for (let i = 0; i < nodes * nodes; i++) {
    const [x, y] = [along(middle.x, i % nodes), along(middle.y, Math.floor(i / nodes))];
    const {value} = surface(x, y);
    if (Number.isFinite(value) && !(best.height <= value)) best = {x, y, height: value};
  }
  return best;
}
