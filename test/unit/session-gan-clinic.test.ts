import {expect, test} from "vitest";
import {ganClinic} from "../../src/experiments/gan-clinic/experiment.js";
import {expectToFreeAll, runOptions, startedRun} from "./session-run.js";

const optionsOf = (patient: string) =>
  runOptions("gan-clinic", {case: patient, maxSteps: 100, seed: 3});

test.each([
  ["a", "divergence"],
  ["d", "checkerboard"],
])(
  "patient %s trains, is measured by its %s, and resumes bit-equal",
  async (patient, measure) => {
    const options = optionsOf(patient);
    const client = await startedRun(options);
    await Promise.all([client.status("done"), client.request({type: "train"})]);
    const {scalars, floors} = client.last("measurement").measurement;
    expect(scalars[measure]).toBeGreaterThan(floors[measure]!.high);
    for (const name of Object.keys(scalars))
      expect(Object.keys(ganClinic.measures)).toContain(name);
    for (const {progress} of client.all("progress"))
      expect(Object.keys(progress.curves).sort()).toEqual(Object.keys(ganClinic.curves).sort());
    const checkpoints = client.all("checkpoint").map(({checkpoint}) => checkpoint);
    expect(checkpoints.map(({step}) => step).slice(-2)).toEqual([50, 100]);

    const resumed = await startedRun(options, {checkpoint: checkpoints.at(-2)!});
    await Promise.all([resumed.status("done"), resumed.request({type: "train"})]);
    expect(resumed.last("checkpoint").checkpoint).toStrictEqual(checkpoints.at(-1));
    await client.close();
    await resumed.close();
  },
  120_000,
);

test.each(["f", "d"])("a session frees all that patient %s made", (patient) =>
  expectToFreeAll(optionsOf(patient), ["generator", "discriminator"]),
);
