import {describe, expect, it} from "vitest";
import {decode, encode} from "../../../lib/grading/wire.js";

const through = (value: unknown) => {
  const encoded = encode(value, "it");
  return "text" in encoded ? decode(JSON.parse(encoded.text)) : encoded.refused;
};

describe("a value on the wire", () => {
  it.each([
    [[6, -0, Number.NaN, Number.NEGATIVE_INFINITY, 1e-300]],
    [{a: [[1, 2]], b: "text", c: null, d: undefined, e: true}],
    [Float32Array.of(1, 2.5, -0)],
    [[Uint8ClampedArray.of(0, 255), []]],
  ])("%j comes as it went", (value) => {
    expect(through(value)).toStrictEqual(value);
  });

  it.each([
    ["a list that says it is long", {t: "Float64Array", v: {length: 2e8}}],
    ["a text for a list", {t: "Uint8Array", v: "12"}],
    ["an array of a kind that there is not", {t: "toString", v: [1]}],
    ["an object that says it is long", {o: {length: 2e8}}],
    ["an object of no kind", {x: 1}],
  ])("that is %s is refused, and no room made for it", (_, parsed) => {
    expect(() => decode(parsed)).toThrow(RangeError);
  });
});
