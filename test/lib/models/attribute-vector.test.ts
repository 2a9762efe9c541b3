import {expect, test} from "vitest";
import {attributeVector, movedCodes} from "../../../lib/models/attribute-vector.js";

const codes = Float32Array.from([1, 0, 3, 0, 0, 4, 0, 8]); // [4, 2]

test("is the mean with minus the mean without", () => {
  expect([...attributeVector(codes, [true, true, false, false])]).toEqual([2, -6]);
  expect([...attributeVector(codes, [false, false, true, true])]).toEqual([-2, 6]);
});

test("a full step along it takes the one mean to the other", () => {
  const vector = attributeVector(codes, [true, true, false, false]);
  expect([...movedCodes(Float32Array.of(0, 6), vector, [0, 0.5, 1, -1])]).toEqual([
    0, 6, 1, 3, 2, 0, -2, 12,
  ]);
});

test("a group of nobody, and sizes that differ, are refused", () => {
  expect(() => attributeVector(codes, [true, true, true, true])).toThrow(
    "too few pictures: 0 without the attribute (at least 1)",
  );
  expect(() => attributeVector(codes, [false, false, false, false])).toThrow(
    "too few pictures: 0 with the attribute (at least 1)",
  );
  expect(() => movedCodes(Float32Array.of(1), Float32Array.of(1, 2), [1])).toThrow(
    "sizes differ: 1 and 2 latent numbers",
  );
});
