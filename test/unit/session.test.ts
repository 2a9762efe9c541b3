import {expect, test} from "vitest";
import * as tf from "../../lib/tf.js";
import type {Checkpoint} from "../../lib/training/protocol.js";
import {Client, startedClient, toyStart} from "./session-client.js";

test("a run trains to its last step: every loss arrives once, in order, and the loss falls", async () => {
  const client = await startedClient({params: {maxSteps: 100}});
  await Promise.all([client.status("done"), client.request({type: "train"})]);
  const losses: number[] = [];
  for (const {progress} of client.all("progress")) {
    expect(progress.first).toBe(losses.length + 1);
    losses.push(...progress.curves.loss!);
  }
  expect(losses).toHaveLength(100);
  expect(losses[99]!).toBeLessThan(0.1 * losses[0]!);
  expect(client.last("status")).toMatchObject({
    status: "done",
    step: 100,
    why: "step limit reached",
  });
  await client.close();
});
