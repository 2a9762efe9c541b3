import {beforeAll, describe, expect, test} from "vitest";
import {imageDataset, packImages} from "../../lib/datasets/image-dataset.js";
import {findImageSet} from "../../lib/datasets/index.js";
import {experiments} from "../../lib/experiments/index.js";
import type {Setup} from "../../lib/experiments/setup.js";
import {findSetup} from "../../lib/experiments/setups.js";
import {pick} from "../../lib/image.js";
import {type Params, parseParams} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import * as tf from "../../lib/tf.js";
import {train} from "../../lib/training/train.js";
import {startWasm} from "../wasm.js";
import {planeFiles} from "./plane-files.js";

/** Every experiment keeps to its memory. The steps are the smallest that it offers, on few pictures: a leak is as large with any. */
const cycles = 20;
const checkedSteps = 100;
/** One experiment goes on for as long as a reader would let it. */
const longRun = {id: "vae-digits", steps: 2000};

beforeAll(startWasm);

/** More pictures than any experiment puts aside for a test. */
function fewPictures(name: string): Uint8Array {
  const {images, labels} = imageDataset(findImageSet("digits"), planeFiles[name]!);
  const indices = Array.from({length: 2200}, (_, i) => i);
  return packImages({images: pick(images, indices), labels: labels.slice(0, indices.length)});
}

const files: Readonly<Record<string, Uint8Array>> = {
  ...planeFiles,
  "digits-train": fewPictures("digits-train"),
};

function make(id: string): Promise<Setup> {
  const {params: table, files: filesOf} = experiments[id]!;
  const given = Object.entries(table).flatMap(([name, param]) => {
    if (/^(width|baseWidth|hiddenWidth|batchSize|episodes)$/.test(name) && param.kind === "number")
      return [[name, param.min]];
    return name === "trainingCount" && param.kind === "number" ? [[name, param.min]] : [];
  });
  const params = parseParams(table, Object.fromEntries(given)) as Params;
  const names = filesOf(params);
  return findSetup(id)({
    params,
    random: new Random(1),
    inputs: {},
    files: Object.fromEntries(names.map((name) => [name, files[name]!])),
  });
}

async function steps({model, batches}: Setup, count: number): Promise<void> {
  for await (const _ of train({model, batches, random: new Random(1), step: 0}, {steps: count}));
}

const memory = () => {
  const {numTensors, numBytes} = tf.memory();
  return {numTensors, numBytes};
};

describe.each(Object.keys(experiments))("%s", (id) => {
  test(`${cycles} starts and ends leave nothing behind`, async () => {
    await (await make(id)).dispose();
    const before = memory();
    for (let i = 0; i < cycles; i++) {
      const setup = await make(id);
      if (i === 0) await steps(setup, 1);
      setup.dispose();
    }
    expect(memory()).toEqual(before);
  });

  const count = id === longRun.id ? longRun.steps : checkedSteps;
  test(`${count} steps keep to what the first ones took`, async () => {
    const setup = await make(id);
    await steps(setup, 5);
    const before = memory();
    await steps(setup, count);
    expect(memory()).toEqual(before);
    setup.dispose();
  });
});
