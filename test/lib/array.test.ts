import {expect, test} from "vitest";
import {buffersOf} from "../../lib/array.js";

test("each buffer is named once, though arrays share it", () => {
  const shared = new Float32Array(6);
  const own = new Uint8Array(3);
  const buffers = buffersOf({
    a: {data: shared.subarray(0, 2), shape: [2]},
    b: {data: shared.subarray(2), shape: [2, 2]},
    c: {data: own, shape: [3]},
  });
  expect(buffers).toHaveLength(2);
  expect(buffers[0]).toBe(shared.buffer);
  expect(buffers[1]).toBe(own.buffer);
});

test("structuredClone can transfer them", () => {
  const arrays = {a: {data: new Float32Array([1, 2]), shape: [2]}};
  const moved = structuredClone(arrays, {transfer: buffersOf(arrays)});
  expect(moved.a.data).toEqual(new Float32Array([1, 2]));
  expect(arrays.a.data).toHaveLength(0);
});
