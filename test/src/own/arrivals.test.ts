import {expect, test} from "vitest";
import {alikeIn} from "../../../lib/datasets/own/look-alikes.js";
import {balancedChoice, mostOwn, setRefusal} from "../../../lib/datasets/own/own-set.js";
import {Random} from "../../../src/lib/random.js";
import {arrivals} from "../../../src/own/arrivals.js";
import {OwnTable} from "../../../src/own/own-table.js";
import {samplePictures} from "../../../src/own/sample-pictures.js";
import {ToyPictures, toyPicture} from "./toy-pictures.js";

/** A desk without a page: what is said, and how often something has happened. */
async function desk() {
  const disk = new ToyPictures();
  const table = new OwnTable(disk);
  await table.open();
  const said: string[] = [];
  const happened = {first: 0, changed: 0};
  const coming = arrivals({
    table,
    label: {value: () => "leaf"} as Parameters<typeof arrivals>[0]["label"],
    report: {say: (text: string) => said.push(text)} as unknown as Parameters<
      typeof arrivals
    >[0]["report"],
    options: () => ({fit: "cut", turned: false, copies: false}),
    onfirst: () => {
      happened.first += 1;
    },
    onstart: () => {},
    onchange: () => {
      happened.changed += 1;
    },
  });
  return {disk, table, said, happened, coming};
}

test("the drawings to try it with are twenty of each of two kinds, no two alike, and always the same", () => {
  const samples = samplePictures(new Random(5));
  const {labels, places} = balancedChoice(samples);
  expect([labels, places.length, setRefusal(samples)]).toEqual([["heart", "house"], 40, undefined]);
  for (const [i, {pixels}] of samples.entries())
    expect(alikeIn(samples.slice(0, i), pixels)).toBe(-1);
  expect(samplePictures(new Random(5))).toEqual(samples);
  expect(samplePictures(new Random(6))[0]!.pixels).not.toEqual(samples[0]!.pixels);
});

test("drawings get the label in the field, are kept, and may look like each other", async () => {
  const {disk, table, said, happened, coming} = await desk();
  const {pixels} = toyPicture(1);
  coming.one(pixels, "drawing");
  coming.one(pixels, "drawing");
  await expect.poll(() => happened.changed).toBe(2);
  expect(table.pictures.map(({label, name}) => [label, name])).toEqual([
    ["leaf", "drawing 1"],
    ["leaf", "drawing 2"],
  ]);
  expect([disk.laid.size, happened.first, said]).toEqual([
    2,
    2,
    ["1 picture added.", "1 picture added."],
  ]);
});

test("what finds no room on the table is told, and nothing of what is there is lost", async () => {
  const {table, said, coming} = await desk();
  const picture = toyPicture(1);
  for (let i = 0; i < mostOwn - 3; i++) table.add(picture, true);
  coming.lay(samplePictures(new Random(5)));
  expect(said).toEqual(["3 pictures added. There is no room for more: 2,000 pictures at most."]);
  expect(table.pictures).toHaveLength(mostOwn);
  expect(table.pictures[0]).toBe(picture);
});
