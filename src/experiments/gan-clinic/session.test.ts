import {expect, test} from "vitest";
import {runOptions, startedRun} from "../../../test/src/experiments/session-run.js";

test.each([
  ["a", "divergence"],
  ["d", "checkerboard"],
])(
  "patient %s trains to the end, kept every 50 steps, and stays above the floor of its %s",
  async (patient, measure) => {
    const client = await startedRun(
      runOptions("gan-clinic", {case: patient, maxSteps: 100, seed: 3}),
    );
    await Promise.all([client.status("done"), client.request({type: "train"})]);
    const {scalars, floors} = client.last("measurement").measurement;
    expect(scalars[measure]).toBeGreaterThan(floors[measure]!.high);
    const kept = client.all("checkpoint").map(({checkpoint}) => checkpoint.step);
    expect(kept.slice(-2)).toEqual([50, 100]);
    await client.close();
  },
  120_000,
);
