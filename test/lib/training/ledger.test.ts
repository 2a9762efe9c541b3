import {expect, test} from "vitest";
import {Ledger} from "../../../lib/training/ledger.js";

test("every step is handed out once, in order, with the mean time", () => {
  const ledger = new Ledger();
  expect(ledger.take()).toBeUndefined();
  ledger.add(7, {loss: 3}, 10);
  ledger.add(8, {loss: 2}, 30);
  const first = {first: 7, curves: {loss: Float32Array.of(3, 2)}, msPerStep: 20};
  expect(ledger.take()).toEqual(first);
  expect(ledger.take()).toBeUndefined();
  ledger.add(9, {loss: 1}, 5);
  expect(ledger.take()).toMatchObject({first: 9, msPerStep: 5});
});

test("a curve that a step lacks is NaN there", () => {
  const ledger = new Ledger();
  ledger.add(1, {judge: 1}, 1);
  ledger.add(2, {judge: 2, maker: 3}, 1);
  expect(ledger.take()!.curves).toEqual({
    judge: Float32Array.of(1, 2),
    maker: Float32Array.of(Number.NaN, 3),
  });
});
