import {expect, test} from "vitest";
import {connectWorkers, cutIntoShards} from "../../../lib/kernels/index.js";
import {shardsOf} from "../../../lib/kernels/parallel/shards.js";

test("10 examples in 4 shards are 3, 3, 2 and 2, and their shares add up to 1", () => {
  expect(cutIntoShards(10, 4)).toStrictEqual([
    {index: 0, start: 0, rows: 3, share: 0.3},
    {index: 1, start: 3, rows: 3, share: 0.3},
    {index: 2, start: 6, rows: 2, share: 0.2},
    {index: 3, start: 8, rows: 2, share: 0.2},
  ]);
});

test("a batch smaller than its shards is refused", () => {
  expect(() => cutIntoShards(3, 4)).toThrow(
    "invalid batch size: 3 (an integer from 4, the shards)",
  );
  expect(() => cutIntoShards(3, 0)).toThrow("invalid number of shards: 0 (an integer from 1)");
});

test("however many workers, each shard is computed once, in order", () => {
  for (let shards = 1; shards <= 9; shards++)
    for (let workers = 1; workers <= shards; workers++) {
      const own = Array.from({length: workers}, (_, worker) => shardsOf(worker, workers, shards));
      expect(own.flat()).toStrictEqual(Array.from({length: shards}, (_, i) => i));
      const counts = own.map(({length}) => length);
      expect(Math.max(...counts)).toBe(Math.ceil(shards / workers));
      expect(Math.min(...counts)).toBeGreaterThan(0);
    }
});

test("more workers than shards are refused", () => {
  expect(() => shardsOf(0, 3, 2)).toThrow("invalid number of workers: 3 (an integer from 1 to 2)");
  expect(() => shardsOf(2, 2, 2)).toThrow("invalid worker: 2 (an integer from 0 to 1)");
});

test("every pair of workers gets a channel of its own", () => {
  let made = 0;
  const ports = connectWorkers(3, () => ({port1: `${made}a`, port2: `${made++}b`}));
  expect(ports).toStrictEqual([
    [undefined, "0a", "1a"],
    ["0b", undefined, "2a"],
    ["1b", "2b", undefined],
  ]);
});
