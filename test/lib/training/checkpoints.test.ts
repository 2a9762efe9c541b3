import {expect, test} from "vitest";
import {CheckpointStore} from "../../../lib/training/checkpoints.js";
import {toyCheckpoint} from "./toy-checkpoint.js";

function storeOf(steps: readonly number[], budgetBytes = 1000): CheckpointStore {
  const store = new CheckpointStore(budgetBytes);
  for (const step of steps) store.add(toyCheckpoint(step));
  return store;
}

test("nearest is the last one at or before the step", () => {
  const store = storeOf([0, 50, 100]);
  expect(store.nearest(99)?.step).toBe(50);
  expect(store.nearest(100)?.step).toBe(100);
  expect(store.nearest(1e9)?.step).toBe(100);
  expect(storeOf([50]).nearest(49)).toBeUndefined();
});

test("one of the same step is replaced, one from before is put in its place", () => {
  const store = storeOf([0, 100, 50, 100]);
  expect(store.steps).toEqual([0, 50, 100]);
  expect(store.last()?.step).toBe(100);
  expect(store.bytes).toBe(3 * 16);
});

test("above the budget the first and the last stay and gaps differ by less than a factor of three", () => {
  const store = storeOf(
    Array.from({length: 1001}, (_, i) => 10 * i),
    20 * 16,
  );
  expect(store.bytes).toBeLessThanOrEqual(20 * 16);
  expect(store.steps).toHaveLength(20);
  expect(store.steps[0]).toBe(0);
  expect(store.steps.at(-1)).toBe(10_000);
  const gaps = store.steps.slice(1, -1).map((step, i) => step - store.steps[i]!);
  expect(Math.max(...gaps)).toBeLessThan(3 * Math.min(...gaps));
});

test("the first and the last stay even when they alone are above the budget", () => {
  expect(storeOf([0, 10, 20], 1).steps).toEqual([0, 20]);
});

test("a branch holds what lies before it and leaves the trunk alone", () => {
  const trunk = storeOf([0, 50, 100]);
  const branch = trunk.upTo(60);
  branch.add(toyCheckpoint(70));
  expect(branch.steps).toEqual([0, 50, 70]);
  expect(trunk.steps).toEqual([0, 50, 100]);
  expect(branch.nearest(50)).toBe(trunk.nearest(50));
});

test("a budget must be above 0", () => {
  expect(() => new CheckpointStore(0)).toThrow("invalid budget: 0 (a number of bytes above 0)");
});
