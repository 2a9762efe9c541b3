import {expect, test} from "vitest";
import {exponential, logistic, quarterCosine, quarterSine} from "../../lib/exact-functions.js";

const spread = (low: number, high: number, count = 400) =>
  Array.from({length: count + 1}, (_, i) => low + ((high - low) * i) / count);

test("they are the engine's own functions to the last digits, in every range", () => {
  for (const x of spread(-700, 700))
    expect(exponential(x) / Math.exp(x), `e^${x}`).toBeCloseTo(1, 11);
  for (const x of spread(-2, 2)) expect(exponential(x) / Math.exp(x), `e^${x}`).toBeCloseTo(1, 14);
  for (const z of spread(-50, 50))
    expect(logistic(z) * (1 + Math.exp(-z)), `logistic ${z}`).toBeCloseTo(1, 13);
  for (const t of spread(0, 1)) {
    expect(quarterSine(t)).toBeCloseTo(Math.sin((Math.PI / 2) * t), 14);
    expect(quarterCosine(t)).toBeCloseTo(Math.cos((Math.PI / 2) * t), 14);
  }
});

test("their ends are exact", () => {
  expect([exponential(0), exponential(-1000), exponential(1000)]).toEqual([1, 0, Infinity]);
  expect([logistic(0), logistic(-1000), logistic(1000)]).toEqual([0.5, 0, 1]);
  expect([quarterSine(0), quarterCosine(1)]).toEqual([0, 0]);
  expect(quarterSine(1)).toBeCloseTo(1, 15);
});
