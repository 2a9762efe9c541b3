import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
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

/** Every experiment keeps to its memory. The steps are the smallest that it offers, on few pictures: a leak is as large with any. */
const checkedSteps = 40;
const someCycles = 2;
/** One experiment goes on for as long as a reader would let it. */
const long = {id: "vae-digits", steps: 2000, cycles: 20};

beforeAll(startWasm);

function unzipped(name: string): Uint8Array {
  return new Uint8Array(
    gunzipSync(readFileSync(new URL(`../../data/${name}.bin.gz`, import.meta.url))),
  );
}

/** More pictures than any experiment puts aside for a test. */
function fewDigits(): Uint8Array {
  const {images, labels} = imageDataset(findImageSet("digits"), unzipped("digits-train"));
  const indices = Array.from({length: 2200}, (_, i) => i);
  return packImages({images: pick(images, indices), labels: labels.slice(0, indices.length)});
}

const read: Record<string, Uint8Array> = {"digits-train": fewDigits()};
const small = /^(width|baseWidth|hiddenWidth|batchSize|episodes|trainingCount)$/;

function make(id: string): Promise<Setup> {
  const {params: table, files: filesOf} = experiments[id]!;
  const least = Object.entries(table).flatMap(([name, param]) =>
    small.test(name) && param.kind === "number" ? [[name, param.min]] : [],
  );
  const params = parseParams(table, Object.fromEntries(least)) as Params;
  const names = filesOf(params);
  for (const name of names) read[name] ??= unzipped(name);
  return findSetup(id)({
    params,
    random: new Random(1),
    inputs: {},
    files: Object.fromEntries(names.map((name) => [name, read[name]!])),
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
  const {steps: count, cycles} = id === long.id ? long : {steps: checkedSteps, cycles: someCycles};

  test(`${cycles} starts and ends leave nothing behind`, async () => {
    (await make(id)).dispose();
    const before = memory();
    for (let i = 0; i < cycles; i++) {
      const setup = await make(id);
      if (i === 0) await steps(setup, 1);
      setup.dispose();
    }
    expect(memory()).toEqual(before);
  });

  test(`${count} steps keep to what the first ones took`, async () => {
    const setup = await make(id);
    await steps(setup, 5);
    const before = memory();
    await steps(setup, count);
    expect(memory()).toEqual(before);
    setup.dispose();
  });
});
