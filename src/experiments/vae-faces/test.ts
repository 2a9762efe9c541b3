import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {dataFiles} from "../../data/data-file.js";
import type {NamedArrays} from "../../lib/array.js";
import {attributeDataset, attributeIndex} from "../../lib/datasets/attribute-dataset.js";
import {faces} from "../../lib/datasets/faces.js";
import type {ByteImages} from "../../lib/image.js";
import {samplingParams} from "../../lib/param-groups.js";
import {defaultParams, type Params} from "../../lib/params.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {testedFaces, vaeFaces} from "./experiment.js";
import {makeVaeFaces} from "./setup.js";

const files = dataFiles("faces-train", "faces-test", "classifier-faces");
const {attributes} = faces;

const make = setupMaker(vaeFaces, makeVaeFaces, {width: 4, latentSize: 6, batchSize: 16});

const pictureOf = (name: string, arrays: NamedArrays, index: number) => {
  const {data, shape} = arrays[name] as ByteImages;
  const size = shape[1] * shape[2] * shape[3];
  return [...data.subarray(index * size, (index + 1) * size)];
};

let setup: Setup;
const atFirst = samplingParams(vaeFaces.params, defaultParams(vaeFaces.params));

/** What is drawn for a reader who looks at other things than at first. */
const pictureWith = async (looked: Params) => {
  setup.sample!({...atFirst, ...looked});
  try {
    return await setup.snapshot();
  } finally {
    setup.sample!(atFirst);
  }
};

beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 40);
});
afterAll(() => setup.dispose());

test("a picture of the run has new faces, test faces with reconstructions, and three strips", async () => {
  const arrays = await setup.snapshot();
  const shapes = {family: 40, originals: 16, reconstructions: 16, walk: 6, vary: 6, shift: 6};
  for (const [name, count] of Object.entries(shapes))
    expect(arrays[name]!.shape, name).toEqual([count, 32, 32, 3]);
  const testSet = attributeDataset(faces, files["faces-test"]!);
  expect(arrays.originals!.data).toEqual(testSet.images.data.slice(0, 16 * 32 * 32 * 3));
});

test("a walk begins at the one reconstruction and ends at the other; a shift begins at the face's", async () => {
  const arrays = await pictureWith({face: 3, other: 10, strength: -1.5});
  expect(pictureOf("walk", arrays, 0)).toEqual(pictureOf("reconstructions", arrays, 2));
  expect(pictureOf("walk", arrays, 5)).toEqual(pictureOf("reconstructions", arrays, 9));
  expect(pictureOf("shift", arrays, 0)).toEqual(pictureOf("reconstructions", arrays, 2));
  expect(pictureOf("shift", arrays, 5)).not.toEqual(pictureOf("shift", arrays, 0));
});

test("the latent numbers are ordered by what they tell", async () => {
  const kl = (await setup.snapshot()).kl!.data;
  const ranks: number[] = [];
  for (let rank = 1; rank <= 6; rank++) ranks.push((await pictureWith({rank})).varied!.data[0]!);
  expect([...ranks].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  for (let i = 1; i < 6; i++) expect(kl[ranks[i]!]).toBeLessThanOrEqual(kl[ranks[i - 1]!]!);
  expect((await pictureWith({rank: 64})).varied!.data[0], "the last").toBe(ranks[5]);
});

test("after some steps it draws better than the mean face and keeps more than chance", async () => {
  const measured = await setup.measure();
  const {scalars, floors, arrays} = measured;
  expect(scalars.error).toBeLessThan(floors.error!.low);
  expect(scalars.agreement).toBeGreaterThan(40); // the likeliest option of each alone: 34
  expect(floors.agreement!.low).toBeGreaterThan(99);
  expect(scalars.frechet).toBeGreaterThan(floors.frechet!.high);
  expect(arrays.kept!.shape).toEqual([attributes.length, 3]);
  const mean = [...arrays.kept!.data].filter((_, i) => i % 3 === 0).reduce((a, b) => a + b) / 7;
  expect(100 * mean).toBeCloseTo(scalars.agreement!, 3);
  expect(await setup.measure(), "and the same when measured again").toEqual(measured);
});

test("what an attribute changes is measured on faces without it, and nothing changes at strength 0", async () => {
  const ask = (strength: number) => {
    setup.sample!({...atFirst, add: "beard:full", strength});
    return setup.answers.changes!({});
  };
  const none = await ask(0);
  expect([...none.changed!.data].filter((_, i) => i % 3 === 0)).toEqual(attributes.map(() => 0));
  expect(none.faces!.data[0]).toBe(120);
  const much = await ask(2);
  expect(much.reached!.data[0]).toBeGreaterThan(none.reached!.data[0]!);
  expect(much.changed!.data[3]).toBeGreaterThan(much.chance!.data[3]!);
  const less = await ask(-2);
  expect([...less.asked!.data]).toEqual([1, 1, -2]);
});

test("the nearest training face to a training face is itself", async () => {
  const training = attributeDataset(faces, files["faces-train"]!);
  const data = training.images.data.slice(7 * 3072, 8 * 3072);
  const answer = await setup.answers.nearest!({image: {data, shape: [1, 32, 32, 3]}});
  expect(answer.image!.data).toEqual(data);
  expect(answer.distance!.data[0]).toBe(0);
  expect([...answer.labels!.data]).toEqual([...training.labels.slice(7 * 7, 8 * 7)]);
});

test("coupled training faces have glasses exactly with white hair", async () => {
  const coupled = await make({trainingFaces: "coupled", batchSize: 128});
  const training = attributeDataset(faces, files["faces-train"]!);
  const place = (name: string) => attributeIndex(attributes, name);
  const white = attributes[place("hairColour")]!.options.indexOf("white");
  const {x} = coupled.batches.next();
  const bytes = Uint8Array.from(x.dataSync(), (value) => Math.round((value + 1) * 127.5));
  x.dispose();
  for (let i = 0; i < 16; i++) {
    const image = {data: bytes.slice(i * 3072, (i + 1) * 3072), shape: [1, 32, 32, 3]};
    const {labels, distance} = await coupled.answers.nearest!({image});
    expect(distance!.data[0]).toBe(0);
    expect(labels!.data[place("glasses")]! > 0).toBe(labels!.data[place("hairColour")] === white);
  }
  const {images, labels} = training;
  const both = Array.from({length: images.shape[0]}, (_, i) => labels.slice(i * 7, (i + 1) * 7));
  expect(
    both.some((row) => row[place("glasses")]! > 0 !== (row[place("hairColour")] === white)),
  ).toBe(true);
  coupled.dispose();
});

test.each(["convolutional", "dense"])(
  "%s networks: nothing asked leaves a tensor behind",
  async (kind) => {
    const before = tf.memory().numTensors;
    const other = await make({kind, likelihood: "gaussian"});
    await other.snapshot();
    await other.measure();
    for (const network of ["encoder", "decoder"]) tf.dispose(other.probe(network));
    tf.dispose(other.batches.next());
    other.dispose();
    expect(tf.memory().numTensors).toBe(before);
  },
);

test("a missing file is named, and what is tested on is not all there is", async () => {
  await expect(make({}, {files: {}})).rejects.toThrow("missing file: faces-train");
  expect(testedFaces).toBeLessThan(840);
});
