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
