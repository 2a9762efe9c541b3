import {expect, it} from "vitest";
import {fileReading} from "../../../src/storage/reading.js";
import {
  mergeSightings,
  mostSightings,
  parseSightings,
  type Sighting,
} from "../../../src/storage/sightings.js";

const reading = fileReading(Date.parse("2026-11-29T12:00:00Z"));
const sighting = (second: number, more: Partial<Sighting> = {}): Sighting => ({
  ...{at: new Date(Date.UTC(2026, 10, 28, 0, 0, second)).toISOString(), level: 0.25},
  ...{truth: 7, yours: 7, network: 8},
  ...more,
});

it("reads digits in noise, and says which field of a file is wrong", () => {
  const kept = [sighting(1), sighting(2, {level: 0, yours: 0})];
  expect(parseSightings("sightings.x", JSON.parse(JSON.stringify(kept)), reading)).toEqual(kept);
  const refused = (wrong: object) => () =>
    parseSightings("sightings.x", [{...sighting(1), ...wrong}], reading);
  expect(refused({level: 1.2})).toThrow("invalid sightings.x[0].level: 1.2 (a number from 0 to 1)");
  expect(refused({level: Number.NaN})).toThrow(/level: NaN/);
  expect(refused({yours: 10})).toThrow(
    "invalid sightings.x[0].yours: 10 (a whole number from 0 to 9)",
  );
  expect(refused({truth: 2.5})).toThrow(/truth: 2.5/);
  expect(refused({at: "2027-03-01T00:00:00.000Z"})).toThrow(/a date from 2020 until today/);
});

it("merges two records: each once, by time, and none dropped", () => {
  const [one, two, three] = [sighting(1), sighting(2, {yours: 3}), sighting(3)];
  expect(mergeSightings([three, one], [one, two])).toEqual([one, two, three]);
  const many = Array.from({length: mostSightings}, (_, i) => sighting(i));
  expect(mergeSightings(many, [many[5]!])).toHaveLength(mostSightings);
  expect(() => mergeSightings(many, [sighting(5, {yours: 1})])).toThrow(
    "10001 digits in noise (at most 10000)",
  );
});
