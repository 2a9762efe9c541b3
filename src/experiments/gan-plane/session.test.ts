import {expect, test} from "vitest";
import {runOptions, startedRun} from "../../../test/src/experiments/session-run.js";
import {replay} from "../../lib/training/replay.js";
import {ganPlane} from "./experiment.js";

const options = runOptions("gan-plane", {points: "spots", maxSteps: 600, seed: 7});

test("gan-plane learns, is measured against its floor, and resumes bit-equal", async () => {
  const client = await startedRun(options);
  const start = await client.request({type: "measure"});
  await Promise.all([client.status("done"), client.request({type: "train"})]);
  const {scalars, floors} = client.last("measurement").measurement;
  expect(floors.divergence!.high).toBeLessThan(start.scalars.divergence!);
  expect(scalars.divergence!).toBeLessThan(0.8 * start.scalars.divergence!);
  const checkpoints = client.all("checkpoint").map(({checkpoint}) => checkpoint);
  const [middle, end] = [checkpoints.at(-3), checkpoints.at(-1)];
  expect([middle!.step, end!.step]).toEqual([400, 600]);

  const resumed = await startedRun(options, {checkpoint: middle!});
  await Promise.all([resumed.status("done"), resumed.request({type: "train"})]);
  expect(resumed.last("checkpoint").checkpoint).toStrictEqual(end);
  await client.close();
  await resumed.close();
});

test("each kind of step moves its own network only, and its curves are there", async () => {
  const client = await startedRun(options);
  const weights = async () => {
    const [generator, discriminator] = await Promise.all(
      ["generator", "discriminator"].map((network) => client.request({type: "export", network})),
    );
    return {generator: generator!.weights, discriminator: discriminator!.weights};
  };
  const before = await weights();
  await client.request({type: "step", kind: "discriminator", count: 1});
  const between = await weights();
  await client.request({type: "step", kind: "generator", count: 1});
  const after = await weights();
  expect(between.generator).toEqual(before.generator);
  expect(between.discriminator).not.toEqual(before.discriminator);
  expect(after.generator).not.toEqual(between.generator);
  expect(after.discriminator).toEqual(between.discriminator);
  for (const {progress} of client.all("progress"))
    expect(Object.keys(progress.curves)).toEqual(
      expect.arrayContaining(Object.keys(ganPlane.curves)),
    );
  await client.close();
});

test("a run that goes on beyond its end is bit-equal to its replay, and to one of that length", async () => {
  const short = {...options, params: {...options.params, maxSteps: 20}};
  const longer = {step: 20, name: "maxSteps", value: 30};
  const endOf = async (client: Awaited<ReturnType<typeof startedRun>>) => {
    const {checkpoint} = client.last("checkpoint");
    await client.close();
    return checkpoint;
  };
  const client = await startedRun(short);
  await Promise.all([client.status("done"), client.request({type: "train"})]);
  await client.request({type: "set", ...longer});
  await Promise.all([client.status("done"), client.request({type: "train"})]);
  const end = await endOf(client);
  expect([end.step, end.params.maxSteps]).toEqual([30, 30]);

  const again = await startedRun(short);
  for (const command of replay({changes: [longer], parts: [], steps: 30}))
    await again.request(command);
  expect(await endOf(again)).toStrictEqual(end);

  const whole = await startedRun({...options, params: {...options.params, maxSteps: 30}});
  await Promise.all([whole.status("done"), whole.request({type: "train"})]);
  expect(await endOf(whole)).toStrictEqual(end);
});
