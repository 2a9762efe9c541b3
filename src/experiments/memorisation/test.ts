import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import {pick} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import type {Setup} from "../../lib/training/setup.js";
import {halvedSet} from "../shared/digit-flow/small-pictures.setup.js";
import {classifierIn, picturesIn} from "../shared/run-files.setup.js";
import {copiesText} from "./copies-sheet.js";
import {memorisation} from "./experiment.js";
import {entriesOf} from "./learned-from.js";
import {nearCopies} from "./near-copies.setup.js";
import {realDistance} from "./real-distance.setup.js";
import {makeMemorisation} from "./setup.js";

const make = setupMaker(memorisation, makeMemorisation, {width: 64, pictures: 12});
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 350);
});
afterAll(() => setup.dispose());

test("some hundred steps on a dozen pictures make copies, none before the first, and come nearer to real ones", async () => {
  const fresh = await make();
  const {scalars: first} = await fresh.measure();
  expect(first.copies).toBe(0);
  fresh.dispose();
  const {scalars, floors, intervals} = await setup.measure();
  expect(scalars.copies).toBeGreaterThan(3 * floors.copies!.high);
  expect(scalars.frechet).toBeLessThan(first.frechet! / 2);
  // A dozen pictures are no variety, copied or not.
  expect(intervals!.frechet!.low).toBeGreaterThan(2 * floors.frechet!.high);
  const {made, nearest, kind} = await setup.snapshot();
  expect(made!.shape).toEqual([12, 14, 14, 1]);
  expect(nearest!.shape).toEqual(made!.shape);
  expect(copiesText(kind!.data)).toMatch(/^12 made pictures, \d+ of them near-copies/);
});

test("the first ten are there as often as is said, unless repeats are thrown out", () => {
  const some = {pictures: 30, repeats: 4, withoutRepeats: false};
  const entries = entriesOf(some);
  expect(entries).toHaveLength(30 + 3 * 10);
  expect(entries.filter((entry) => entry === 9)).toHaveLength(4);
  expect(entries.filter((entry) => entry === 10)).toHaveLength(1);
  expect(entriesOf({...some, withoutRepeats: true})).toEqual([...Array(30).keys()]);
});

test("other real pictures are as far from held-out ones as the floor says, and dimmed ones are farther", async () => {
  const files = dataFiles("digits-test", "classifier-digits");
  const {images} = halvedSet(picturesIn(files, "digits", "test"));
  const part = (from: number, count: number) =>
    pick(
      images,
      Array.from({length: count}, (_, i) => from + i),
    );
  const classifier = classifierIn(files, "digits");
  const real = {heldOut: part(1000, 1000), others: part(0, 1000)};
  const distanceOf = realDistance(classifier, real, new Random(1));
  const some = part(300, 200);
  const {distance, interval, floor} = await distanceOf(some);
  // One of five samples of which the floor has the middle 95 %.
  expect(distance).toBeGreaterThan(0.8 * floor.low);
  expect(distance).toBeLessThan(1.2 * floor.high);
  expect(interval.low).toBeLessThan(distance);
  expect(interval.high).toBeGreaterThan(distance);
  const dimmed = await distanceOf({...some, data: some.data.map((value) => value / 2)});
  expect(dimmed.interval.low).toBeGreaterThan(2 * floor.high);
  classifier.dispose();
});

test("what was learned from is a copy, of held-out pictures one in twenty is", () => {
  const random = new Random(1);
  const drawn = (n: number) => ({
    data: Uint8Array.from({length: n * 16}, () => random.integer(256)),
    shape: [n, 4, 4, 1] as const,
  });
  const [learned, heldOut] = [drawn(40), drawn(400)];
  const copies = nearCopies(learned, heldOut);
  expect([...copies.compare(pick(learned, [3, 12])).kind.data]).toEqual([2, 1]);
  expect(copies.compare(pick(learned, [3, 12])).nearest).toEqual(pick(learned, [3, 12]));
  expect(copies.measure(learned)).toMatchObject({copies: 100, repeated: 25});
  expect(copies.measure(heldOut).copies).toBeCloseTo(5, 0);
  expect(copies.measure(heldOut).floors.copies.low).toBeCloseTo(2.8, 1);
});
