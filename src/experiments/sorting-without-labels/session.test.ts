import {expect, test} from "vitest";
import {runOptions, startedRun, steps} from "../../../test/src/experiments/session-run.js";

const options = runOptions("sorting-without-labels", {width: 32, batchSize: 16, seed: 5});

test("another number of clusters is shown and measured at once, without a step", async () => {
  const client = await startedRun(options);
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
