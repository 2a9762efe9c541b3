import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {experiments} from "../../lib/experiments/index.js";
import {setups} from "../../lib/experiments/setups.js";
import {installKernels} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {type Client, startedClient} from "./session-client.js";

const source = (name: string) => {
  return {url: `../../data/${name}.bin.gz`, bytes: 0, sha256: "", shape: []};
};
const options = {
  experiment: "conditional-gan",
  params: {baseWidth: 4, batchSize: 8, seed: 5},
  files: {
    "digits-train": source("digits-train"),
    "digits-test": source("digits-test"),
    "classifier-digits": source("classifier-digits"),
  },
};
const host = {
  experiments,
  setups,
  installKernels,
  loadFile: async ({url}: {readonly url: string}) =>
    new Uint8Array(gunzipSync(readFileSync(new URL(url, import.meta.url)))),
};

const steps = (client: Client, count: number) =>
  client.request({type: "step", kind: "both", count});

test("a gan that is told classes resumes bit-equal, the labels of its batches too", async () => {
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

test("a session frees all that a conditional-gan run made, asked in between", async () => {
  const warm = await startedClient(options, host);
  await steps(warm, 1);
  await warm.close();
  const before = tf.memory().numTensors;
  const client = await startedClient(options, host);
  await steps(client, 2);
  await client.request({type: "measure"});
  const order = {data: Uint32Array.of(7), shape: [1]};
  const inputs = {classes: order, hands: order};
  await client.request({type: "ask", question: "draw", inputs});
  for (const network of ["generator", "discriminator"]) {
    await client.request({type: "inspect", network});
    await client.request({type: "export", network});
  }
  await client.close();
  expect(tf.memory().numTensors).toBe(before);
});
