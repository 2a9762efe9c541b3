import {expect, test} from "vitest";
import {shardsThatPay, workersThatPay} from "../../../lib/kernels/index.js";

const long = {shardMs: 20, restMs: 2, exchangeMs: 0.3};

test("as many workers as there are shards or cores, when steps are long", () => {
  expect(workersThatPay(long, 4, 8)).toBe(4);
  expect(workersThatPay(long, 4, 2)).toBe(2);
  expect(workersThatPay(long, 1, 8)).toBe(1);
});

test("no worker that would only wait: 3 and 4 of 6 take 2 rounds of shards each", () => {
  expect(workersThatPay(long, 6, 5)).toBe(3);
});

test("one worker when the exchange, or what is done once, eats the gain", () => {
  expect(workersThatPay({shardMs: 0.3, restMs: 0.2, exchangeMs: 0.3}, 2, 2)).toBe(1);
  expect(workersThatPay({shardMs: 1, restMs: 20, exchangeMs: 0.1}, 2, 2)).toBe(1);
});

test("times that cannot be are refused", () => {
  expect(() => workersThatPay({...long, shardMs: Number.NaN}, 2, 2)).toThrow(
    "invalid shardMs: NaN (a number from 0)",
  );
});

test("tiny networks are not cut, the reference networks are", () => {
  expect(shardsThatPay({flops: 1e6, weights: 2e3}, 4)).toBe(1);
  expect(shardsThatPay({flops: 4e8, weights: 2e4}, 2)).toBe(2);
  expect(shardsThatPay({flops: 4e8, weights: 2e4}, 4)).toBe(4);
  // A network of many weights and little work for each would mostly exchange.
  expect(shardsThatPay({flops: 4e8, weights: 2e7}, 4)).toBe(1);
});
