import {expect, test} from "vitest";
import {blindAccuracy, blindLoss} from "../../../lib/metrics/blind-answer.js";
import reference from "../../reference/metrics.json" with {type: "json"};

const {labels, accuracy, loss} = reference.blind;

test("without a look the commonest label is right, and the shares of all are the least loss: as NumPy has it", () => {
  const [share, nats] = [blindAccuracy(labels), blindLoss(labels)];
  expect([share.low, share.high]).toEqual(accuracy.map((each) => expect.closeTo(each, 9)));
  expect([nats.low, nats.high]).toEqual(loss.map((each) => expect.closeTo(each, 9)));
});

test("of ten labels, as many of each, it is a tenth and ln 10; of one label there is nothing to guess", () => {
  const even = Uint8Array.from({length: 1000}, (_, i) => i % 10);
  expect(blindLoss(even).low).toBeCloseTo(Math.log(10), 9);
  expect(blindLoss(even).high).toBeCloseTo(Math.log(10), 9);
  const {low, high} = blindAccuracy(even);
  expect(low).toBeLessThan(0.1);
  expect(high).toBeGreaterThan(0.1);
  expect(blindLoss([3, 3, 3])).toEqual({low: 0, high: 0});
  expect(blindAccuracy([3, 3, 3]).high).toBe(1);
});

test("of no pictures there is no floor", () => {
  expect(() => blindAccuracy([])).toThrow("too few labels: 0 (at least 1)");
  expect(() => blindLoss([])).toThrow("too few labels: 0 (at least 1)");
});
