import {describe, expect, test} from "vitest";
import {accuracy, topClasses} from "../../../lib/metrics/accuracy.js";
import {confusionMatrix, worstMistakes} from "../../../lib/metrics/confusion-matrix.js";
import {Random} from "../../../lib/random.js";

describe("confusionMatrix", () => {
  test("counts true classes in rows and predictions in columns", () => {
    const counts = confusionMatrix([0, 0, 0, 1, 2, 2], [0, 1, 1, 1, 0, 2], 3);
    expect([...counts]).toEqual([1, 2, 0, 0, 1, 0, 1, 0, 1]);
  });

  test("its rows are the classes' sizes, its trace is the accuracy", () => {
    const random = new Random(1);
    const labels = Array.from({length: 500}, (_, i) => i % 5);
    const predicted = labels.map((label) => (random.uniform() < 0.3 ? random.integer(5) : label));
    const counts = confusionMatrix(labels, predicted, 5);
    for (let t = 0; t < 5; t++)
      expect(counts.subarray(5 * t, 5 * t + 5).reduce((a, b) => a + b, 0)).toBe(100);
    const trace = [0, 6, 12, 18, 24].reduce((sum, i) => sum + counts[i]!, 0);
    expect(trace).toBe(accuracy(labels, predicted).right);
  });

  test("refuses other lengths and classes that are none", () => {
    expect(() => confusionMatrix([0, 1], [0], 2)).toThrow(
      "lengths differ: 2 labels and 1 predictions",
    );
    expect(() => confusionMatrix([0, 2], [0, 1], 2)).toThrow(
      "invalid class: 2 (an integer from 0 to 1)",
    );
    expect(() => confusionMatrix([0], [-1], 2)).toThrow("invalid class: -1");
  });
});

describe("worstMistakes", () => {
  const probabilities = Float32Array.of(
    ...[0.9, 0.1, 0], // 0, right
    ...[0.75, 0.25, 0], // 1 taken for 0
    ...[0, 0.125, 0.875], // 0 taken for 2
    ...[0, 0.5, 0.5], // 2 taken for 1: the first of equals
  );
  const labels = [0, 1, 0, 2];

  test("are those whose top class is wrong, the surest first", () => {
    expect(worstMistakes(labels, probabilities, 3, 10)).toEqual([
      {index: 2, truth: 0, predicted: 2, confidence: 0.875},
      {index: 1, truth: 1, predicted: 0, confidence: 0.75},
      {index: 3, truth: 2, predicted: 1, confidence: 0.5},
    ]);
  });

  test("are as many as asked for, and agree with the top classes", () => {
    expect(worstMistakes(labels, probabilities, 3, 1).map(({index}) => index)).toEqual([2]);
    const tops = topClasses(probabilities, 3);
    for (const {index, predicted} of worstMistakes(labels, probabilities, 3, 10))
      expect(tops[index]).toBe(predicted);
  });
});
