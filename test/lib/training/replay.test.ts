import {expect, test} from "vitest";
import type {Command} from "../../../lib/training/protocol.js";
import {replay} from "../../../lib/training/replay.js";
import {type Client, startedClient} from "./session-client.js";

test("changes and partial steps fall between the whole steps they were made at", () => {
  const commands = replay({
    changes: [
      {step: 4, name: "learningRate", value: 0.2},
      {step: 4, name: "learningRate", value: 0.3},
      {step: 9, name: "maxSteps", value: 50},
    ],
    parts: [{step: 4, kind: "discriminator", count: 2}],
    steps: 12,
  });
  expect(commands).toEqual([
    {type: "step", count: 4},
    {type: "set", name: "learningRate", value: 0.2},
    {type: "set", name: "learningRate", value: 0.3},
    {type: "step", kind: "discriminator", count: 2},
    {type: "step", count: 3},
    {type: "set", name: "maxSteps", value: 50},
    {type: "step", count: 3},
  ]);
});

test("a run with live changes, replayed, ends in the same bits", async () => {
  const first = await startedClient({params: {maxSteps: 8}});
  const changes = [];
  await first.request({type: "step", count: 3});
  for (const [name, value] of [
    ["learningRate", 0.01],
    ["maxSteps", 11],
  ] as const)
    changes.push({name, value, step: await first.request({type: "set", name, value})});
  await trainToEnd(first);
  const second = await startedClient({params: {maxSteps: 8}});
  for (const command of replay({changes, parts: [], steps: 11})) await second.request(command);
  const checkpoint: Command = {type: "checkpoint"};
  expect(await second.request(checkpoint)).toStrictEqual(await first.request(checkpoint));
  await first.close();
  await second.close();
});

async function trainToEnd(client: Client): Promise<void> {
  await Promise.all([client.status("done"), client.request({type: "train"})]);
}
