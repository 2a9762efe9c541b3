import {expect, test} from "vitest";
import type {ParamValue} from "../../lib/params.js";
import {expectToFreeAll, expectToResume, runOptions, startedRun, steps} from "./session-run.js";

const optionsOf = (id: string, params: Readonly<Record<string, ParamValue>> = {}) =>
  runOptions(id, {width: 16, batchSize: 8, seed: 5, ...params});

test.each(["vae-digits", "autoencoder"])("%s resumes bit-equal", (id) =>
  expectToResume(optionsOf(id)),
);

test.each(["vae-digits", "autoencoder"])("a session frees all that a run of %s made", (id) =>
  expectToFreeAll(optionsOf(id), ["encoder", "decoder"]),
);

test("beta and free nats change mid-run, and the run's checkpoint says so", async () => {
  const client = await startedRun(optionsOf("vae-digits"));
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
  const client = await startedRun(optionsOf("vae-digits", params));
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
