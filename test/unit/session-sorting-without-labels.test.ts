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
  experiment: "sorting-without-labels",
  params: {width: 32, batchSize: 16, seed: 5},
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

test("it resumes bit-equal: weights, averages, statistics, optimiser, batches and clusters", async () => {
  const client = await startedClient(options, host);
  await steps(client, 3);
  const middle = structuredClone(await client.request({type: "checkpoint"}));
  await steps(client, 3);
  const end = await client.request({type: "checkpoint"});
  const measured = await client.request({type: "measure"});
  await client.request({type: "restore", checkpoint: middle});
  await steps(client, 3);
  expect(await client.request({type: "checkpoint"})).toStrictEqual(end);
  expect(await client.request({type: "measure"})).toStrictEqual(measured);
  await client.close();
});

test("another number of clusters is shown and measured at once, without a step", async () => {
  const client = await startedClient(options, host);
  await steps(client, 2);
  const before = await client.request({type: "checkpoint"});
  const shown = client.until(
    (event) => event.type === "snapshot" && event.snapshot.arrays.means!.shape[0] === 4,
  );
  await client.request({type: "set", name: "clusters", value: 4});
  await shown;
  const {measurement} = client.last("measurement");
  expect(measurement.step).toBe(2);
  expect(measurement.scalars.purity).toBeLessThanOrEqual(40.0001);
  const after = await client.request({type: "checkpoint"});
  expect(after.params).toEqual({...before.params, clusters: 4});
  expect(after.arrays).toStrictEqual(before.arrays);
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
  for (const network of ["encoder", "decoder"]) {
    await client.request({type: "inspect", network});
    await client.request({type: "export", network});
  }
  await client.close();
  expect(tf.memory().numTensors).toBe(before);
});
