import {expect, test} from "vitest";
import {packBundle} from "../../lib/bundle.js";
import {packCheckpoint, unpackCheckpoint} from "../../lib/training/checkpoint-bytes.js";
import type {Checkpoint} from "../../lib/training/protocol.js";
import {toyCheckpoint} from "./toy-checkpoint.js";

const checkpoint: Checkpoint = {
  ...toyCheckpoint(40),
  arrays: {
    "generator/kernel": {data: Float32Array.of(1.5, -0, 3e-42, 4), shape: [2, 2]},
    labels: {data: Uint8Array.of(1, 2, 255), shape: [3]},
    count: {data: Int32Array.of(-7), shape: []},
    // A view into a larger buffer: only its own part is packed.
    seen: {data: new Uint32Array([9, 8, 7, 6]).subarray(1, 3), shape: [2]},
    empty: {data: new Float32Array(0), shape: [0, 3]},
  },
};

test("what is unpacked equals what was packed, bit by bit and type by type", () => {
  expect(unpackCheckpoint(packCheckpoint(checkpoint))).toStrictEqual({
    ...checkpoint,
    arrays: {...checkpoint.arrays, seen: {data: Uint32Array.of(8, 7), shape: [2]}},
  });
});

test("what is not a whole checkpoint of this version is refused", () => {
  const packed = packCheckpoint(checkpoint);
  expect(() => unpackCheckpoint(new ArrayBuffer(64))).toThrow("invalid bundle");
  expect(() => unpackCheckpoint(packed.slice(0, 40))).toThrow("cut short");
  expect(() => unpackCheckpoint(packBundle({version: 2}, {}).buffer)).toThrow(
    "invalid checkpoint: unknown version: 2 (only 1 is known)",
  );
  const {random: _, arrays: __, ...head} = checkpoint;
  expect(() => unpackCheckpoint(packBundle({version: 1, ...head}, {}).buffer)).toThrow(
    "invalid checkpoint: random undefined (four integers from 0 to 4294967295)",
  );
});
