import {expect, it} from "vitest";
import {fittingFrames} from "../../data/fitting-frames.js";
import type {Snapshot} from "../../lib/training/protocol.js";

const snapshots: Snapshot[] = Array.from({length: 13}, (_, i) => ({step: 10 * i, arrays: {}}));
const tenEach = (some: readonly Snapshot[]) => new Uint8Array(10 * some.length);
const stepsIn = (mostBytes: number) =>
  fittingFrames(snapshots, mostBytes, tenEach).map(({step}) => step);

it("keeps all that have room, else fewer at even distances, always with the first and the last", () => {
  expect(stepsIn(130)).toHaveLength(13);
  expect(stepsIn(129)).toEqual([0, 20, 30, 50, 60, 80, 90, 110, 120]);
  expect(stepsIn(50)).toEqual([0, 30, 60, 90, 120]);
  expect(stepsIn(1)).toEqual([0, 60, 120]);
});

it("a run with few pictures keeps them", () => {
  expect(fittingFrames(snapshots.slice(0, 2), 1, tenEach)).toHaveLength(2);
});
