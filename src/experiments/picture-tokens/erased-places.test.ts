import {expect, test} from "vitest";
import {lowerHalf, placesIn, textOfPlaces} from "./erased-places.js";
import {tokenParams} from "./token-params.js";

test("places become numbers from 1, and come back", () => {
  expect(textOfPlaces([4, 0, 48])).toBe("1 5 49");
  expect(placesIn("49, 1 5")).toEqual([0, 4, 48]);
  expect(placesIn(textOfPlaces(lowerHalf))).toEqual([...lowerHalf]);
});

test("whatever names no place is passed over, and a place counts once", () => {
  expect(placesIn("")).toEqual([]);
  expect(placesIn("0 50 1000 -3 3 three 3.5")).toEqual([2, 4]);
});

test("all places at once are a legal text", () => {
  const all = textOfPlaces(Array.from({length: 49}, (_, place) => place));
  expect(all.length).toBeLessThanOrEqual(tokenParams.erased.most);
});
