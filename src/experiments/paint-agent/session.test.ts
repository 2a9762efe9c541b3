import {expect, test} from "vitest";
import {runOptions, startedRun, steps} from "../../../test/src/experiments/session-run.js";

const options = runOptions("paint-agent", {width: 4, batchSize: 4, strokes: 4, seed: 5});

test("the painting of a drawing follows the weights, also back to a checkpoint", async () => {
  const client = await startedRun(options);
  const inputs = {
    pictures: {data: new Float32Array(784).fill(0.5), shape: [1, 28, 28, 1]},
    seed: {data: Uint32Array.of(3), shape: [1]},
  };
  const ask = () => client.request({type: "ask", question: "paint", inputs});
  const start = await client.request({type: "checkpoint"});
  const unpractised = await ask();
  await steps(client, 2);
  expect(await ask()).not.toEqual(unpractised);
  await client.request({type: "restore", checkpoint: start});
  expect(await ask()).toEqual(unpractised);
  await client.close();
});
