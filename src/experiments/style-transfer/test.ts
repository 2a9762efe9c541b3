import {afterAll, beforeAll, expect, test} from "vitest";
import reference from "../../../test/reference/style.json" with {type: "json"};
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {type ByteImages, type ImageShape, pick} from "../../lib/image.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {gramPictures, shownPictures, styleTransfer} from "./experiment.js";
import {gramDistance, gramsInGrey} from "./gram-grey.js";
import {recoloured} from "./recoloured.setup.js";
import {makeStyleTransfer} from "./setup.js";
import {ownSide} from "./style-params.js";

const side = 32;
const make = setupMaker(styleTransfer, makeStyleTransfer, {side});
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await make();
});
afterAll(() => setup.dispose());

type Grams = {readonly data: Float32Array; readonly shape: readonly number[]};
interface Shown {
  readonly pictures: ByteImages;
  readonly gram1: Grams;
  readonly gram2: Grams;
  readonly gram3: Grams;
}
const shownBy = async (of: Setup) => (await of.snapshot()) as unknown as Shown;
const pictureOf = ({pictures}: Shown, name: (typeof shownPictures)[number]) =>
  pick(pictures, [shownPictures.indexOf(name)]).data;

test("it begins as the content picture, with all of its content and none of the style", async () => {
  const shown = await shownBy(setup);
  expect(shown.pictures.shape).toEqual([shownPictures.length, side, side, 3]);
  expect(pictureOf(shown, "made")).toEqual(pictureOf(shown, "content"));
  const {scalars, floors} = await setup.measure();
  expect(scalars.contentLost).toBe(0);
  expect(floors.contentLost!.high).toBeGreaterThan(0);
  expect(scalars.styleLeft).toBeGreaterThan(floors.styleLeft!.high);
  for (const [layer, channels] of [16, 32, 32].entries()) {
    const {shape} = [shown.gram1, shown.gram2, shown.gram3][layer]!;
    expect(shape).toEqual([gramPictures.length, channels, channels]);
  }
});

test("after some steps both networks see more of the style, and the Gram matrices say so", async () => {
  const made = await make();
  const before = await made.measure();
  const far = gramDistance((await shownBy(made)).gram1, gramPictures.indexOf("made"));
  await trained(made, 25);
  const {scalars} = await made.measure();
  expect(scalars.styleLeft).toBeLessThan(before.scalars.styleLeft! / 4);
  expect(scalars.witnessed).toBeLessThan(before.scalars.witnessed! / 2);
  const near = gramDistance((await shownBy(made)).gram1, gramPictures.indexOf("made"));
  expect(near).toBeLessThan(far / 4);
  made.dispose();
});

test("from noise most of the content is lost, and the judge of emoji may be followed", async () => {
  const noise = await make({start: "noise", network: "emoji"});
  const {scalars} = await noise.measure();
  expect(scalars.contentLost).toBeGreaterThan(50);
  const {gram1} = await shownBy(noise);
  expect(gram1.shape).toEqual([gramPictures.length, 24, 24]);
  noise.dispose();
});

test("a picture of one's own is taken, and asked for where it is missing", async () => {
  const data = new Uint8Array(ownSide * ownSide * 3).fill(200);
  const own = await make(
    {content: "own"},
    {inputs: {content: {data, shape: [1, ownSide, ownSide, 3]}}},
  );
  expect(new Set(pictureOf(await shownBy(own), "content"))).toEqual(new Set([200]));
  const {scalars} = await own.measure();
  expect(Number.isFinite(scalars.witnessed)).toBe(true);
  own.dispose();
  await expect(make({style: "own"})).rejects.toThrow(
    "missing picture of yours (choose one below the figure, or another “Style”)",
  );
  await expect(
    make({content: "own"}, {inputs: {content: {data, shape: [1, 10, 10, 3]}}}),
  ).rejects.toThrow("invalid content: [1,10,10,3] (bytes [1,160,160,3])");
});

test("a recoloured picture is NumPy's, and has the colours of the other", () => {
  const [content, style] = [reference.content, reference.style].map(({data, shape}) => ({
    data: Float32Array.from(data),
    shape: shape as unknown as ImageShape,
  }));
  const {data} = recoloured(content!, style!);
  for (const [i, value] of data.entries())
    expect(value).toBeCloseTo(reference.recoloured.data[i]!, 4);
  const one = {data: new Float32Array(12).fill(0.2), shape: [1, 2, 2, 3]} as const;
  expect(recoloured(one, style!).data.every(Number.isFinite)).toBe(true);
});

test("Gram matrices in grey: the style's largest number is white", () => {
  const grams = {data: Float32Array.of(0, 1, 1, 4, 0, 1, 1, 4, 16, 1, 1, 0), shape: [3, 2, 2]};
  expect([...gramsInGrey(grams).data]).toEqual([
    0, 128, 128, 255, 0, 128, 128, 255, 255, 128, 128, 0,
  ]);
  expect(gramDistance(grams, 0)).toBe(0);
  expect(gramDistance(grams, 2)).toBeCloseTo((16 ** 2 + 4 ** 2) / 18, 6);
});

test("nothing asked leaves a tensor behind, nor does the setup", async () => {
  const before = tf.memory().numTensors;
  const other = await trained(await make({network: "untrained"}), 1);
  await other.snapshot();
  await other.measure();
  tf.dispose(other.probe("pictures"));
  tf.dispose(Object.values(other.batches.next()));
  other.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
