import {expect, test} from "vitest";
import {ganClinic} from "../../lib/experiments/gan-clinic.js";
import {experiments} from "../../lib/experiments/index.js";
import {setups} from "../../lib/experiments/setups.js";
import {installKernels} from "../../lib/kernels/index.js";
import * as tf from "../../lib/tf.js";
import {startedClient} from "./session-client.js";

const host = {experiments, setups, installKernels};
const optionsOf = (patient: string) => ({
  experiment: "gan-clinic",
  params: {case: patient, maxSteps: 100, seed: 3},
});

test.each([
  ["a", "divergence"],
  ["d", "checkerboard"],
])(
  "patient %s trains, is measured by its %s, and resumes bit-equal",
  async (patient, measure) => {
    const options = optionsOf(patient);
    const client = await startedClient(options, host);
    await Promise.all([client.status("done"), client.request({type: "train"})]);
    const {scalars, floors} = client.last("measurement").measurement;
    expect(scalars[measure]).toBeGreaterThan(floors[measure]!.high);
    for (const name of Object.keys(scalars))
      expect(Object.keys(ganClinic.measures)).toContain(name);
    for (const {progress} of client.all("progress"))
      expect(Object.keys(progress.curves).sort()).toEqual(Object.keys(ganClinic.curves).sort());
    const checkpoints = client.all("checkpoint").map(({checkpoint}) => checkpoint);
    expect(checkpoints.map(({step}) => step).slice(-2)).toEqual([50, 100]);

    const resumed = await startedClient({...options, checkpoint: checkpoints.at(-2)!}, host);
    await Promise.all([resumed.status("done"), resumed.request({type: "train"})]);
    expect(resumed.last("checkpoint").checkpoint).toStrictEqual(checkpoints.at(-1));
    await client.close();
    await resumed.close();
  },
  120_000,
);

test("a session frees all that a patient made", async () => {
  for (const patient of ["f", "d"]) {
    const warm = await startedClient(optionsOf(patient), host);
    await warm.close();
    const before = tf.memory().numTensors;
    const client = await startedClient(optionsOf(patient), host);
    await client.request({type: "step", kind: "both", count: 2});
    for (const network of ["generator", "discriminator"]) {
      const {layers, activations} = await client.request({type: "inspect", network});
      expect(Object.keys(activations)).toEqual(layers.map(({name}) => name));
    }
    await client.close();
    expect(tf.memory().numTensors).toBe(before);
  }
}, 120_000);
