import {expect, test} from "vitest";
import {
  hashedCheckpoint,
  runOptions,
  startedRun,
  steps,
} from "../../../test/src/experiments/session-run.js";

const options = runOptions("vae-faces", {width: 4, latentSize: 6, batchSize: 8, seed: 5});

test("what is added is shown and measured at once, and no weight changes", async () => {
  const client = await startedRun(options);
  await steps(client, 1);
  const before = await hashedCheckpoint(client);
  const shown = client.until((event) => event.type === "snapshot");
  await client.request({type: "set", name: "add", value: "hair:long"});
  await shown;
  const answer = await client.request({type: "ask", question: "changes", inputs: {}});
  expect([...answer.asked!.data]).toEqual([2, 2, 1]);
  expect(answer.changed!.shape).toEqual([7, 3]);
  expect(await hashedCheckpoint(client)).toStrictEqual(before);
  await client.close();
});
