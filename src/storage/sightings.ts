/** Digits in noise that the reader and the course's network have named, as the browser keeps them. */
import {fieldsOf, refuse, wholeNumber} from "../lib/field-checks.js";
import {itemsOf, type Reading} from "./reading.js";

/** A digit in noise, and what both called it. */
export interface Sighting {
  /** ISO date. */
  readonly at: string;
  /** Share of the digit in the picture; the rest was noise. */
  readonly level: number;
  readonly truth: number;
  readonly yours: number;
  readonly network: number;
}

/** Every digit that was named, in the order of time. */
export type Sightings = readonly Sighting[];

/** More than anyone names. */
export const mostSightings = 10_000;

export function parseSightings(path: string, value: unknown, reading: Reading): Sightings {
  const parse = (name: string, item: unknown) => parseSighting(name, item, reading);
  return itemsOf(path, value, mostSightings, parse, reading);
}

function parseSighting(path: string, value: unknown, reading: Reading): Sighting {
  const {at, level, truth, yours, network} = fieldsOf(path, value);
  const digit = (name: string, given: unknown) => wholeNumber(`${path}.${name}`, given, 0, 9);
  return {
    at: reading.date(`${path}.at`, at),
    level: levelOf(`${path}.level`, level),
    truth: digit("truth", truth),
    yours: digit("yours", yours),
    network: digit("network", network),
  };
}

function levelOf(path: string, value: unknown): number {
  const isLegal = typeof value === "number" && value >= 0 && value <= 1;
  return isLegal ? value : refuse(path, value, "a number from 0 to 1");
}

/** Two records of one reader. Throws a RangeError when they are more than the course keeps, rather than drop one. */
export function mergeSightings(ours: Sightings, theirs: Sightings): Sightings {
  const known = new Map([...ours, ...theirs].map((each) => [nameOf(each), each]));
  if (known.size > mostSightings)
    throw new RangeError(`${known.size} digits in noise (at most ${mostSightings})`);
  return [...known.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Nobody names two digits in the same thousandth of a second. */
function nameOf({at, level, truth, yours, network}: Sighting): string {
  return [Date.parse(at), level, truth, yours, network].join(" ");
}
