import {describe, expect, it} from "vitest";
import {packBundle, unpackBundle} from "../../lib/bundle.js";

const arrays = {
  weights: {data: Float32Array.of(1, -2.5, Number.NaN), shape: [3, 1]},
  pixels: {data: Uint8Array.of(0, 255, 7, 9, 11), shape: [5]},
  none: {data: new Float32Array(0), shape: [0, 4]},
  counts: {data: Uint32Array.of(4294967295), shape: [1]},
};

describe("bundle", () => {
  it("gives back header, types, shapes and bits, also at an odd offset of a larger buffer", () => {
    const packed = packBundle({step: 3, name: "é"}, arrays);
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    const {header, arrays: read} = unpackBundle(shifted.subarray(3));
    expect(header).toEqual({step: 3, name: "é"});
    expect(read).toEqual(arrays);
  });

  it("has the same bytes once, and gives each of them back by itself", () => {
    const data = Float32Array.from({length: 1000}, (_, i) => i);
    const one = packBundle({}, {a: {data, shape: [1000]}});
    const again = {data: data.slice(), shape: [10, 100]};
    const other = {data: data.with(999, 0), shape: [1000]};
    const packed = packBundle({}, {a: {data, shape: [1000]}, again, other});
    expect(packed.length).toBeLessThan(2.1 * one.length);
    const read = unpackBundle(packed).arrays;
    expect(read).toEqual({a: {data, shape: [1000]}, again, other});
    read.again!.data[0] = 5;
    expect(read.a!.data[0]).toBe(0);
  });

  it("refuses other bytes and every truncation", () => {
    expect(() => unpackBundle(Uint8Array.of(1, 2, 3))).toThrow("does not start with FNB1");
    const packed = packBundle({}, {a: {data: Float32Array.of(1, 2), shape: [2]}});
    for (let length = 8; length < packed.length; length++)
      expect(() => unpackBundle(packed.subarray(0, length)), `${length} bytes`).toThrow(RangeError);
  });

  it("refuses an unknown type by name", () => {
    const packed = packBundle({}, {a: {data: Uint8Array.of(1), shape: [1]}});
    const text = new TextDecoder("latin1").decode(packed).replace('"uint8"', '"uint9"');
    const broken = Uint8Array.from(text, (c) => c.charCodeAt(0));
    expect(() => unpackBundle(broken)).toThrow("unknown type uint9 of a");
  });
});
