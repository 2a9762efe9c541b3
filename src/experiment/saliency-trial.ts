/** What holds of the maps of where networks look in digits: how alike they are, and what an answer is without the pixels that they mark. */
import {
  type Agreements,
  type Comparison,
  comparisons,
  type Deletion,
  type DeletionOrder,
  type Deletions,
  deletionOrders,
  type Estimate,
  type MapKind,
  type Maps,
  mapKinds,
} from "../figures/saliency/saliency-data.js";
import {bootstrapInterval} from "../lib/metrics/bootstrap-interval.js";
import {mostMarkedFirst, without} from "../lib/metrics/deletion.js";
import {Random} from "../lib/random.js";
import {shares} from "./cnn-sees-data.js";
import {agreement, type Eye, type Eyes, type Fill, fills, mapsOf, seenIn} from "./saliency-eyes.js";

/** Pictures of the trial: three of each digit. */
export const triedCount = 30;
/** Brightness, from 0 to 1, above which a pixel has ink. */
const leastInk = 0.1;
const draws = 1000;

/** A picture, [28 · 28] in [-1, 1], the class that `own` sees in it, and where each looks for that. */
export interface LookedAt {
  readonly picture: Float32Array;
  readonly kind: number;
  readonly maps: Readonly<Record<keyof Eyes, Maps>>;
}

/** Yields how many pictures are done. */
export function* lookedAt(
  eyes: Eyes,
  pictures: readonly Float32Array[],
): Generator<number, readonly LookedAt[]> {
  const all: LookedAt[] = [];
  for (const picture of pictures) {
    const kind = seenIn(eyes.own, picture);
    const maps: Partial<Record<keyof Eyes, Maps>> = {};
    for (const name of ["own", "other", "first"] as const) {
      const work = mapsOf(eyes[name], picture, kind);
      let next = work.next();
      for (; !next.done; next = work.next()) yield all.length;
      maps[name] = next.value;
    }
    all.push({picture, kind, maps: maps as LookedAt["maps"]});
  }
  return all;
}

/**
 * How alike the strengths of a network's maps are to those that they are compared with, over all pixels or those with ink alone. Yields after each
 * picture.
 */
export function* agreementsOf(
  all: readonly LookedAt[],
  isInkOnly: boolean,
): Generator<void, Agreements> {
  const lists = recordOf(mapKinds, () => recordOf(comparisons, (): number[] => []));
  for (const [i, looked] of all.entries()) {
    const places = isInkOnly ? inkOf(looked.picture) : undefined;
    const next = all[(i + 1) % all.length]!;
    for (const kind of mapKinds) {
      const others = compared(looked, next, kind);
      for (const comparison of comparisons)
        lists[kind][comparison].push(agreement(looked.maps.own[kind], others[comparison], places));
    }
    yield;
  }
  return recordOf(mapKinds, (kind) => recordOf(comparisons, (each) => estimate(lists[kind][each])));
}

function compared(
  {picture, maps}: LookedAt,
  next: LookedAt,
  kind: MapKind,
): Readonly<Record<Comparison, Float32Array>> {
  return {
    other: maps.other[kind],
    first: maps.first[kind],
    picture: picture.map(brightness),
    next: next.maps.own[kind],
  };
}

export interface Taken {
  /** Pixels that are taken out. */
  readonly count: number;
  readonly fill: Fill;
}

/** What `eye`, which saw them so, gives the pictures' classes without the pixels that come first by each order. Yields after each pass. */
export function* deletionsOf(
  eye: Eye,
  all: readonly LookedAt[],
  {count, fill}: Taken,
): Generator<void, Deletions> {
  const left = recordOf(deletionOrders, (): number[] => []);
  for (const [i, looked] of all.entries()) {
    const random = new Random(1).fork(`picture ${i}`);
    const marks = marksOf(looked);
    for (const order of deletionOrders) {
      const places = mostMarkedFirst(marks[order], random);
      const shown = without(looked.picture, places, count, fills[fill]);
      left[order].push(shares(eye.logits(shown))[looked.kind]!);
      yield;
    }
  }
  const below = (order: DeletionOrder, floor: DeletionOrder) =>
    estimate(left[order].map((p, i) => left[floor][i]! - p));
  return recordOf(
    deletionOrders,
    (order): Deletion => ({
      probability: estimate(left[order]),
      belowRandom: below(order, "random"),
      belowInk: below(order, "ink"),
    }),
  );
}

/** Numbers by which pixels are chosen, the largest first; pixels by lot are all alike, inked ones before others. */
function marksOf({picture, maps}: LookedAt): Readonly<Record<DeletionOrder, Float32Array>> {
  return {
    ...maps.own,
    firstTimesInput: maps.first.timesInput,
    brightness: picture,
    ink: picture.map((x) => (brightness(x) > leastInk ? 1 : 0)),
    random: new Float32Array(picture.length),
  };
}

function inkOf(picture: Float32Array): number[] {
  return [...picture.keys()].filter((i) => brightness(picture[i]!) > leastInk);
}

function brightness(x: number): number {
  return (x + 1) / 2;
}

/** The mean over pictures, with an interval by drawing from them again. */
function estimate(values: readonly number[]): Estimate {
  const mean = (indices: Iterable<number>) => {
    let [sum, count] = [0, 0];
    for (const i of indices) [sum, count] = [sum + values[i]!, count + 1];
    return sum / count;
  };
  const drawn = bootstrapInterval(values.length, mean, draws, new Random(1));
  return {value: mean(values.keys()), ...drawn};
}

function recordOf<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
