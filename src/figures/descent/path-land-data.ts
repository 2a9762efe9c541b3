/** The land about the path of a network: what is known of it, what a race there begins with, and what is said. */
import {formatNumber} from "../../controls/format.js";
import type {NdArray} from "../../lib/array.js";
import {gridSurface} from "../../lib/descent/grid-surface.js";
import {lowestPlace} from "../../lib/descent/race.js";
import {descentNames} from "../../lib/descent/rules.js";
import {defaultParams} from "../../lib/params.js";
import {raceDials} from "./race-dials.js";
import type {Land, RaceCast} from "./race-state.js";

/** Losses about the path of a network, and what is known of it. */
export interface PathLandData {
  /** [nodes, nodes], the first row lowest, from -extent to extent. */
  readonly heights: NdArray;
  readonly extent: number;
  /** Flat [n, 2], to the middle. */
  readonly path: readonly number[];
  /** Of the network at each of its places. */
  readonly losses: readonly number[];
  readonly shares: readonly [across: number, up: number];
  /** At which SGD and momentum race. */
  readonly rate: number;
}

/** What the reader has set. */
export interface PathRace extends RaceCast {
  readonly step: number;
}

/** Steps of the adaptive ones in which they could cross half of the map. */
const crossingSteps = 50;
/** Before there is a land. */
export const nobody: PathRace = {
  dials: defaultParams(raceDials),
  start: [0, 0],
  racers: descentNames,
  step: 0,
};

/** With the path on it. */
export function landAbout({heights, extent, path}: PathLandData): Land {
  const surface = gridSurface(heights, extent);
  return {surface, extent, lowest: lowestPlace(surface, extent), walked: path};
}

/** All of them, from where the path began. */
export function firstRace({extent, path, rate}: PathLandData): PathRace {
  const adaptiveRate = Number((extent / crossingSteps).toPrecision(2));
  const start = [path[0]!, path[1]!].map((value) => Number(value.toFixed(2)));
  return {
    ...nobody,
    dials: {...nobody.dials, rate, adaptiveRate},
    start: start as [number, number],
  };
}

/** How much of the path the plane holds, and how high it is where the path ended and where it began. */
export function landWords(
  data: Pick<PathLandData, "path" | "losses" | "shares">,
  {surface}: Pick<Land, "surface">,
): string {
  const {path, losses, shares} = data;
  const [across, up] = shares.map((share) => `${(100 * share).toFixed(0)} %`);
  const height = (i: number) => formatNumber(surface(path[2 * i]!, path[2 * i + 1]!).value);
  const last = losses.length - 1;
  return `Of the path’s squared distances from its end ${across} lie along the first direction and ${up} along the second. The land is ${height(last)} high where the path ends, and the network’s loss there is ${formatNumber(losses[last]!)}. Where it began the land is ${height(0)} high, and the loss was ${formatNumber(losses[0]!)}.`;
}
