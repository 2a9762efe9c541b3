import {afterAll, beforeAll, expect, test} from "vitest";
import {setupMaker, trained} from "../../../test/src/experiments/made-setup.js";
import {startWasm} from "../../../test/wasm.js";
import {Random} from "../../lib/random.js";
import {textOf} from "../../lib/text-array.js";
import * as tf from "../../lib/tf.js";
import type {Setup} from "../../lib/training/setup.js";
import {contenders, mostTimes, usualRates} from "./contenders.js";
import {arena, sheetCount} from "./experiment.js";
import {scoreNames} from "./scores-rows.js";
import {makeArena} from "./setup.js";
import {speeds} from "./speeds.setup.js";

const rates = {ganPerSecond: 10, vaePerSecond: 20, tokensPerSecond: 30, flowPerSecond: 10};
const make = setupMaker(arena, makeArena, {...rates, decayTurns: 10});
let setup: Setup;

beforeAll(async () => {
  await startWasm();
  setup = await trained(await make(), 4);
});
afterAll(() => setup.dispose());

test("what a contender learns is not touched by how fast the others are", async () => {
  const other = await trained(await make({vaePerSecond: 35, flowPerSecond: 20}), 4);
  const [mine, theirs] = [await setup.model.state(), await other.model.state()];
  const same = (prefix: string) =>
    Object.keys(mine)
      .filter((name) => name.startsWith(prefix))
      .every((name) => `${mine[name]!.data}` === `${theirs[name]!.data}`);
  expect(["gan/", "vae/", "tokens/", "flow/"].map(same)).toEqual([true, false, true, false]);
  other.dispose();
});

test("a sheet has pictures of all four, and the cost counts their steps", async () => {
  const sheets = await setup.snapshot();
  for (const name of contenders) expect(sheets[name]!.shape).toEqual([sheetCount, 14, 14, 1]);
  const {steps, ms, weights} = await setup.answers.spent!({});
  expect([...steps!.data]).toEqual([4, 8, 12, 4]);
  for (const each of [...ms!.data, ...weights!.data]) expect(each).toBeGreaterThan(0);
});

test("every score of all four has a value within its interval, and one floor", async () => {
  const {scores, remarks} = await setup.answers.judge!({
    count: {data: Float32Array.of(40), shape: [1]},
  });
  expect(remarks!.data.length).toBeLessThan(2000);
  expect(scores!.shape).toEqual([scoreNames.length, 4, 5]);
  const rows = Array.from({length: scoreNames.length * 4}, (_, i) =>
    scores!.data.slice(5 * i, 5 * i + 5),
  );
  for (const [value, low, high, floorLow, floorHigh] of rows as unknown as number[][]) {
    expect(low).toBeLessThanOrEqual(value!);
    expect(high).toBeGreaterThanOrEqual(value!);
    expect(floorLow).toBeLessThanOrEqual(floorHigh!);
  }
});

test("pictures made elsewhere are judged as many of each, and those that are all equal are remarked on", async () => {
  const sheets = await setup.snapshot();
  const equal = sheets.gan!.data.subarray(0, 196);
  const data = Uint8Array.from({length: 2 * 20 * 196}, (_, i) =>
    i < 20 * 196 ? sheets.vae!.data[i]! : equal[i % 196]!,
  );
  const count = {data: Float32Array.of(20), shape: [1]};
  const {scores, remarks} = await setup.answers.judgeGiven!({
    count,
    pictures: {data, shape: [40, 14, 14, 1]},
  });
  expect(scores!.shape).toEqual([scoreNames.length, 2, 5]);
  expect([...(scores!.data as Float32Array)].every(Number.isFinite)).toBe(true);
  expect(textOf(remarks as never)).toContain("1: All 20 made pictures look the same");
});

test("too few pictures and a state of other arrays are refused, and nothing has changed", async () => {
  const few = {count: {data: Float32Array.of(3), shape: [1]}};
  await expect(setup.answers.judge!(few)).rejects.toThrow("invalid count: 3");
  const before = await setup.model.state();
  const {turns, ...rest} = before;
  expect(() => setup.model.restore(rest)).toThrow("missing array: turns");
  const after = await setup.model.state();
  for (const name of Object.keys(before))
    expect(`${after[name]!.data}` === `${before[name]!.data}`, name).toBe(true);
});

test("a step of 8 ms is 125 in a second, a rate stays in its range, and nothing is left of what was timed", async () => {
  const pixels = new Random(3);
  const data = Uint8Array.from({length: 200 * 196}, () => pixels.integer(256));
  const timed = (ms: number) => {
    let at = 0;
    return speeds({images: {data, shape: [200, 14, 14, 1]}}, () => (at += ms), 5);
  };
  const before = tf.memory().numTensors;
  expect(await timed(8)).toEqual(contenders.map(() => 125));
  expect(await timed(0.1)).toEqual(contenders.map((name) => mostTimes * usualRates[name]));
  expect(tf.memory().numTensors).toBe(before);
});
