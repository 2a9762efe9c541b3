import {expect, test} from "vitest";
import {runOptions, startedRun, steps} from "../../../test/src/experiments/session-run.js";

const options = runOptions("digit-classifier", {width: 4, batchSize: 16, seed: 5, labelNoise: 0.1});

test("the answer about a drawing follows the weights, also back to a checkpoint", async () => {
  const client = await startedRun(options);
  const pictures = {data: new Float32Array(784).fill(0.5), shape: [1, 28, 28, 1]};
  const ask = () => client.request({type: "ask", question: "classify", inputs: {pictures}});
  const start = await client.request({type: "checkpoint"});
  const untrained = await ask();
  await steps(client, 2);
  expect(await ask()).not.toEqual(untrained);
  await client.request({type: "restore", checkpoint: start});
  expect(await ask()).toEqual(untrained);
  await client.close();
});
