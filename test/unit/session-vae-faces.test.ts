import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {gunzipSync} from "node:zlib";
import {expect, test} from "vitest";
import {experiments} from "../../lib/experiments/index.js";
import {setups} from "../../lib/experiments/setups.js";
import {installKernels} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {type Client, startedClient} from "./session-client.js";

const source = (name: string) => ({
  url: `../../data/${name}.bin.gz`,
  bytes: 0,
  sha256: "",
  shape: [],
});
const names = ["faces-train", "faces-test", "classifier-faces"];
const options = {
  experiment: "vae-faces",
  params: {width: 4, latentSize: 6, batchSize: 8, seed: 5},
  files: Object.fromEntries(names.map((name) => [name, source(name)])),
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

/** The run's checkpoint with each array's hash in its place: two million numbers are slow to compare one by one. */
async function checkpointOf(client: Client) {
  const checkpoint = await client.request({type: "checkpoint"});
  const hashes = Object.entries(checkpoint.arrays).map(([name, {data, shape}]) => {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    return [name, `${shape} ${createHash("sha256").update(bytes).digest("hex")}`];
  });
  return {...checkpoint, arrays: Object.fromEntries(hashes)};
}

test("it resumes bit-equal: weights, averages, optimiser, batches and the draws of codes", async () => {
  const client = await startedClient(options, host);
  await steps(client, 2);
  const middle = structuredClone(await client.request({type: "checkpoint"}));
  await steps(client, 3);
  const end = await checkpointOf(client);
  await client.request({type: "restore", checkpoint: middle});
  await steps(client, 3);
  expect(await checkpointOf(client)).toStrictEqual(end);
  await client.close();
});

test("another view is shown at once, and no weight changes", async () => {
  const client = await startedClient(options, host);
  await steps(client, 1);
  const before = await checkpointOf(client);
  const shown = client.until((event) => event.type === "snapshot");
  await client.request({type: "sample", view: {face: 3, attribute: "hair", option: "long"}});
  await shown;
  const asked = {data: Float32Array.of(2, 2, 1), shape: [3]};
  const answer = await client.request({type: "ask", question: "changes", inputs: {asked}});
  expect(answer.changed!.shape).toEqual([7, 3]);
  expect(await checkpointOf(client)).toStrictEqual(before);
  await client.close();
});

test("a session frees all that a run made", async () => {
  const warm = await startedClient(options, host);
  await steps(warm, 1);
  await warm.close();
  const before = tf.memory().numTensors;
  const client = await startedClient(options, host);
  await steps(client, 2);
  for (const network of ["encoder", "decoder"]) {
    await client.request({type: "inspect", network});
    await client.request({type: "export", network});
  }
  await client.close();
  expect(tf.memory().numTensors).toBe(before);
});
