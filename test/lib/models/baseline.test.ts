import {describe, expect, test} from "vitest";
import {Baseline, type BaselineKind} from "../../../lib/models/baseline.js";
import {Random} from "../../../lib/random.js";

/** Two strokes an episode; returns are 1 + 2 · error after the first, 3 - error after the second. */
function taught(kind: BaselineKind, batches = 5): Baseline {
  const baseline = new Baseline(kind, 2);
  const random = new Random(3);
  for (let batch = 0; batch < batches; batch++) {
    const errors = Array.from({length: 20}, () => random.uniform());
    baseline.learn(
      errors,
      errors.map((error, i) => (i % 2 === 0 ? 1 + 2 * error : 3 - error)),
    );
  }
  return baseline;
}

describe("Baseline", () => {
  test("learned: a line through the returns, one for each stroke", () => {
    const baseline = taught("learned");
    for (const error of [0, 0.3, 1]) {
      expect(baseline.value(0, error)).toBeCloseTo(1 + 2 * error, 6);
      expect(baseline.value(1, error)).toBeCloseTo(3 - error, 6);
    }
  });

  test("mean: the same whatever the error", () => {
    const baseline = new Baseline("mean", 1);
    baseline.learn([0, 1], [4, 8]);
    expect(baseline.value(0, 0)).toBeCloseTo(6, 9);
    baseline.learn([0, 1], [0, 0]);
    // Past batches weigh 0.9: (0.9 · 12) / (0.9 · 2 + 2).
    expect(baseline.value(0, 1)).toBeCloseTo(10.8 / 3.8, 9);
  });

  test("none: 0; and so are the others before they have seen a return", () => {
    expect(taught("none").value(0, 0.5)).toBe(0);
    for (const kind of ["learned", "mean"] as const)
      expect(new Baseline(kind, 2).value(1, 0.5)).toBe(0);
  });

  test("errors that are all alike tell no slope", () => {
    const baseline = new Baseline("learned", 1);
    baseline.learn([1, 1, 1], [2, 4, 6]);
    expect(baseline.value(0, 0.2)).toBeCloseTo(4, 9);
  });

  test("goes on bit-equal from its state, and refuses another's", () => {
    const baseline = taught("learned");
    const other = new Baseline("learned", 2);
    other.restore(structuredClone(baseline.state()));
    expect(other.value(0, 0.37)).toBe(baseline.value(0, 0.37));
    expect(() => new Baseline("learned", 3).restore(baseline.state())).toThrow(
      "invalid shape of baseline: [20] ([30])",
    );
  });
});
