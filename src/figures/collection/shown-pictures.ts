/** The pictures that the sheet of the explorer goes through, one after the other, with what is told of each. */
import {type ByteImages, joinedPictures, pick} from "../../lib/image.js";
import {nearestOther, type Pair} from "../../lib/metrics/closest-pairs.js";
import type {Nearest} from "../sheet/sample-grid.js";
import {chosenOf, type ExploredSet} from "./explored-set.js";
import {distanceText, pictureName} from "./explorer-text.js";

export interface ShownPictures {
  readonly count: number;
  /** Of which a page has a whole number: two pictures are a pair. */
  readonly together: 1 | 2;
  readonly nearestName: string;
  at(first: number, count: number): ByteImages;
  named(place: number): string;
  nearest(place: number): Nearest;
}

/** Those of one option, or all of the set, each beside the nearest other one. */
export function setPictures(set: ExploredSet, sorting: number, option?: number): ShownPictures {
  const chosen = chosenOf(set, sorting, option);
  return {
    count: chosen.length,
    together: 1,
    nearestName: "nearest other picture of the set",
    at: (first, count) => pick(set.images, chosen.slice(first, first + count)),
    named: (place) => pictureName(set, chosen[place]!),
    nearest(place) {
      const {b, distance} = nearestOther(set.images, chosen[place]!);
      return {image: pick(set.images, [b]), label: pictureName(set, b), distance};
    },
  };
}

/** Pairs side by side: of `first` and, unless both are of it, of `second`. */
export function pairPictures(
  pairs: readonly Pair[],
  first: ExploredSet,
  second: ExploredSet,
): ShownPictures {
  const placed = pairs.flatMap(({a, b, distance}) => [
    {set: first, index: a, distance},
    {set: second, index: b, distance},
  ]);
  const kind = ({set}: {set: ExploredSet}) => (first === second ? "" : `${set.title}, `);
  return {
    count: placed.length,
    together: 2,
    nearestName: "the other of the pair",
    at: (from, count) => picturesOf(placed.slice(from, from + count)),
    named(place) {
      const {set, index, distance} = placed[place]!;
      const words = `${kind({set})}${pictureName(set, index)}`;
      return `pair ${Math.floor(place / 2) + 1}, distance ${distanceText(distance)}. ${words}`;
    },
    nearest(place) {
      const other = placed[place % 2 === 0 ? place + 1 : place - 1]!;
      const label = `${kind(other)}${pictureName(other.set, other.index)}`;
      return {image: pick(other.set.images, [other.index]), label, distance: other.distance};
    },
  };
}

function picturesOf(placed: readonly {set: ExploredSet; index: number}[]): ByteImages {
  return joinedPictures(placed.map(({set, index}) => pick(set.images, [index])));
}
