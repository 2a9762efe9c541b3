import {describe, expect, it} from "vitest";
import {curveDomain} from "../../../../src/figures/curves/curve-domain.js";

const ramp = Float32Array.from({length: 1000}, (_, i) => 1 + i / 1000);

describe("curveDomain", () => {
  it("holds all but the most extreme values, from zero, and counts the others", () => {
    const spiked = ramp.slice();
    spiked[500] = 80;
    const {low, high, outside} = curveDomain([spiked], [], false);
    expect(low).toBe(0);
    expect(high).toBeGreaterThan(1.98);
    expect(high).toBeLessThan(2.1);
    expect(outside).toBe(1);
  });

  it("always holds the levels", () => {
    expect(curveDomain([ramp], [3], false).high).toBeGreaterThanOrEqual(3);
    expect(curveDomain([ramp], [-2], false).low).toBe(-2);
  });

  it("passes over NaN and infinity", () => {
    const {high} = curveDomain([[1, Number.NaN, Number.POSITIVE_INFINITY]], [], false);
    expect(high).toBeCloseTo(1.02, 6);
  });

  it("leaves what is not above zero out of a logarithmic axis", () => {
    const {low, high} = curveDomain([[0, -1, 0.5, 2]], [], true);
    expect(low).toBe(0.5);
    expect(high).toBeGreaterThan(2);
  });

  it.each([[[]], [[0, 0, 0]], [[5]]])("is an interval for %j too", (values) => {
    for (const log of [false, true]) {
      const {low, high} = curveDomain([values], [], log);
      expect(high).toBeGreaterThan(low);
      if (log) expect(low).toBeGreaterThan(0);
    }
  });
});
