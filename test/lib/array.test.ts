import {expect, test} from "vitest";
import {buffersOf, partWith, withPrefix} from "../../lib/array.js";

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

test("arrays of several models stand together, and each part is found again by its prefix", () => {
  const one = {w: {data: Float32Array.of(1, 2), shape: [2]}};
  const ten = {w: {data: Float32Array.of(3), shape: [1, 1]}};
  const all = {...withPrefix("1/", one), ...withPrefix("10/", ten)};
  expect(all).toEqual({"1/w": one.w, "10/w": ten.w});
  expect(partWith("1/", all)).toEqual(one);
  expect(partWith("10/", all)).toEqual(ten);
  expect(partWith("2/", all)).toEqual({});
});
