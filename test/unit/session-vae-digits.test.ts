import {expect, test} from "vitest";
import {experiments} from "../../lib/experiments/index.js";
import {setups} from "../../lib/experiments/setups.js";
import {installKernels} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {planeFiles} from "./plane-files.js";
import {type Client, startedClient} from "./session-client.js";

const source = (url: string) => ({url, bytes: 0, sha256: "", shape: []});
const optionsOf = (experiment: string, params: Record<string, unknown> = {}) => ({
  experiment,
  params: {width: 16, batchSize: 8, seed: 5, ...params} as Record<string, number>,
  files: Object.fromEntries(Object.keys(planeFiles).map((name) => [name, source(name)])),
});
const host = {
  experiments,
  setups,
  installKernels,
  loadFile: async ({url}: {readonly url: string}) => planeFiles[url]!,
};

const steps = (client: Client, count: number) =>
  client.request({type: "step", kind: "both", count});

test.each(["vae-digits", "autoencoder"])(
  "%s resumes bit-equal, and frees all that a run made",
  async (id) => {
    const warm = await startedClient(optionsOf(id), host);
    await steps(warm, 1);
    await warm.close();
    const before = tf.memory().numTensors;
    const client = await startedClient(optionsOf(id), host);
    await steps(client, 3);
    const middle = structuredClone(await client.request({type: "checkpoint"}));
    await steps(client, 3);
    const end = await client.request({type: "checkpoint"});
    const measured = await client.request({type: "measure"});
    await client.request({type: "restore", checkpoint: middle});
    await steps(client, 3);
    expect(await client.request({type: "checkpoint"})).toStrictEqual(end);
    expect(await client.request({type: "measure"})).toStrictEqual(measured);
    for (const network of ["encoder", "decoder"]) {
      await client.request({type: "inspect", network});
      await client.request({type: "export", network});
    }
    await client.close();
    expect(tf.memory().numTensors).toBe(before);
  },
);

test("beta and free nats change mid-run, and the run's checkpoint says so", async () => {
  const client = await startedClient(optionsOf("vae-digits"), host);
  await steps(client, 2);
  await client.request({type: "set", name: "beta", value: 25});
  await client.request({type: "set", name: "freeBits", value: 1});
  await steps(client, 2);
  const {params} = await client.request({type: "checkpoint"});
  expect(params).toMatchObject({beta: 25, freeBits: 1});
  await client.close();
});

/** What a reader may set: the run goes on with finite numbers, or it says why it has failed. */
test.each([
  {learningRate: 0.1, decaySteps: 0},
  {beta: 40, latentSize: 16, warmUpSteps: 5000},
  {beta: 0, freeBits: 3, averaging: 0},
  {learningRate: 0.1, beta: 40, network: "convolutional", averaging: 0.999},
])("at its extremes it stays finite or says that it diverged: %o", async (params) => {
  const client = await startedClient(optionsOf("vae-digits", params), host);
  const failure = await steps(client, 40).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure) expect(String(failure)).toMatch(/became (NaN|-?Infinity) at step \d+/);
  else {
    const {scalars} = await client.request({type: "measure"});
    for (const [name, value] of Object.entries(scalars))
      expect(Number.isFinite(value), name).toBe(true);
  }
  await client.close();
});
