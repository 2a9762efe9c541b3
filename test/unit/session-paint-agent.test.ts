import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {experiments} from "../../lib/experiments/index.js";
import {setups} from "../../lib/experiments/setups.js";
import {installKernels} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {type Client, startedClient} from "./session-client.js";

const url = "../../data/digits-train.bin.gz";
const options = {
  experiment: "paint-agent",
  params: {width: 4, batchSize: 4, strokes: 4, seed: 5},
  files: {"digits-train": {url, bytes: 0, sha256: "", shape: []}},
};
const host = {
  experiments,
  setups,
  installKernels,
  loadFile: async (source: {readonly url: string}) =>
    new Uint8Array(gunzipSync(readFileSync(new URL(source.url, import.meta.url)))),
};

const steps = (client: Client, count: number) =>
  client.request({type: "step", kind: "both", count});

test("a painter resumes bit-equal: weights, optimiser, baseline, batches and chance", async () => {
  const client = await startedClient(options, host);
  await steps(client, 3);
  const middle = structuredClone(await client.request({type: "checkpoint"}));
  await steps(client, 3);
  const end = await client.request({type: "checkpoint"});
  await client.request({type: "restore", checkpoint: middle});
  await steps(client, 3);
  expect(await client.request({type: "checkpoint"})).toStrictEqual(end);
  await client.close();
});

test("the painting of a drawing follows the weights, also back to a checkpoint", async () => {
  const client = await startedClient(options, host);
  const inputs = {
    pictures: {data: new Float32Array(784).fill(0.5), shape: [1, 28, 28, 1]},
    seed: {data: Uint32Array.of(3), shape: [1]},
  };
  const ask = () => client.request({type: "ask", question: "paint", inputs});
  const start = await client.request({type: "checkpoint"});
  const unpractised = await ask();
  await steps(client, 2);
  expect(await ask()).not.toEqual(unpractised);
  await client.request({type: "restore", checkpoint: start});
  expect(await ask()).toEqual(unpractised);
  await client.close();
});

test("a session frees all that a run made", async () => {
  const warm = await startedClient(options, host);
  await steps(warm, 1);
  await warm.close();
  const before = tf.memory().numTensors;
  const client = await startedClient(options, host);
  await steps(client, 2);
  await client.request({type: "measure"});
  await client.request({type: "inspect", network: "policy"});
  await client.request({type: "export", network: "policy"});
  await client.close();
  expect(tf.memory().numTensors).toBe(before);
});
