/** Decisions behind the race of optimisers: what is run for the dials, and what is said of it. */

import {parseFormula} from "../../lib/descent/formula.js";
import {type Surface, surfaceOf} from "../../lib/descent/formula-slopes.js";
import {
  goalHeight,
  type Lane,
  type Lowest,
  lowestPlace,
  type Racer,
  runRace,
} from "../../lib/descent/race.js";
import {type DescentName, type DescentSettings, descentNames} from "../../lib/descent/rules.js";
import {descentSurfaces} from "../../lib/descent/surfaces.js";
import {defaultParams} from "../../lib/params.js";
import {raceDials} from "./race-dials.js";

export type RaceDials = ReturnType<typeof defaultParams<typeof raceDials>>;
export type Guess = DescentName | "nobody";

export interface RaceState {
  readonly dials: RaceDials;
  readonly formula: string;
  readonly extent: number;
  readonly start: readonly [x: number, y: number];
  /** Who takes part. */
  readonly racers: readonly DescentName[];
  /** Who the reader says will arrive first. */
  readonly guess: Guess | undefined;
  /** The step that is shown. */
  readonly step: number;
}

/** Steps of a whole race. */
export const raceSteps = 400;

/** A surface with what is known of its map. */
export interface Land {
  readonly surface: Surface;
  readonly lowest: Lowest;
  readonly extent: number;
  /** What was walked here before, flat [n, 2], if the land is about such a path. */
  readonly walked?: readonly number[];
}

/** What a race has come to, whole. */
export interface Race {
  readonly land: Land;
  readonly goal: number;
  readonly lanes: readonly Lane[];
}

export function firstState(): RaceState {
  const {formula, extent, start} = descentSurfaces.ravine;
  const racers = descentNames;
  const dials = defaultParams(raceDials);
  return {dials, formula, extent, start, racers, guess: undefined, step: 0};
}

/** The state with another surface, its start and its rates. A formula of the reader's own keeps what there was. */
export function withSurface(state: RaceState, surface: RaceDials["surface"]): RaceState {
  if (surface === "own") return {...state, dials: {...state.dials, surface}};
  const {formula, extent, start, rate, adaptiveRate} = descentSurfaces[surface];
  const dials = {...state.dials, surface, rate, adaptiveRate};
  return {...state, dials, formula, extent, start, guess: undefined, step: 0};
}

/** Throws a FormulaError for a text that is none, and a RangeError for a formula that has no value anywhere on the map. */
export function landOf(formula: string, extent: number): Land {
  const surface = surfaceOf(parseFormula(formula));
  const lowest = lowestPlace(surface, extent);
  if (Number.isNaN(lowest.height))
    throw new RangeError(
      `no value anywhere on the map, from −${extent} to ${extent} (a formula that has one, such as x^2 + y^2)`,
    );
  return {surface, lowest, extent};
}

/** What of a state decides its race. */
export type RaceCast = Pick<RaceState, "dials" | "start" | "racers">;

export function raceOn(land: Land, {dials, start, racers: names}: RaceCast): Race {
  const racers = names.map((name) => ({name, settings: settingsOf(name, dials)}));
  const {surface, lowest} = land;
  const goal = goalHeight(surface(...start).value, lowest.height);
  return {land, goal, lanes: runRace({surface, start, racers, steps: raceSteps, goal})};
}

function settingsOf(name: DescentName, dials: RaceDials): Racer["settings"] {
  const {rate, adaptiveRate, momentum, beta1, beta2, weightDecay} = dials;
  const isPlain = name === "sgd" || name === "momentum";
  const settings: DescentSettings = {
    ...{momentum, beta1, beta2, weightDecay},
    rate: isPlain ? rate : adaptiveRate,
  };
  return settings;
}

/** The place of a racer at a step; where it ended if that was sooner. */
export function placeAt({places}: Lane, step: number): readonly [x: number, y: number] {
  const at = 2 * Math.min(step, places.length / 2 - 1);
  return [places[at]!, places[at + 1]!];
}

export function heightAt({heights}: Lane, step: number): number {
  return heights[Math.min(step, heights.length - 1)]!;
}
