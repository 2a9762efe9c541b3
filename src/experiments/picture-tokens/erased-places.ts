/** Places of tokens as words: their numbers row by row, from 1. */
import {placeCount} from "../../lib/models/token-grid.js";

/** Places from 0. */
export const lowerHalf: readonly number[] = Array.from({length: 21}, (_, i) => 28 + i);

export function textOfPlaces(places: Iterable<number>): string {
  const ascending = [...places].sort((a, b) => a - b);
  return ascending.map((place) => place + 1).join(" ");
}

/** The places that are named in `text`, in their order; whatever else it says is passed over. */
export function placesIn(text: string): number[] {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const places = new Set(numbers.filter((n) => n >= 1 && n <= placeCount).map((n) => n - 1));
  return [...places].sort((a, b) => a - b);
}
