import {describe, expect, it} from "vitest";
import {Random} from "../../../../lib/random.js";
import {spreadLabels} from "../../../../src/figures/curves/label-spread.js";

describe("spreadLabels", () => {
  it("leaves labels that do not collide where they want to be", () => {
    expect(spreadLabels([80, 20], 15, 0, 100)).toEqual([80, 20]);
  });

  it("moves two that collide apart by the same distance", () => {
    expect(spreadLabels([52, 48], 14, 0, 100)).toEqual([57, 43]);
  });

  it("keeps them inside", () => {
    expect(spreadLabels([99, 98], 15, 0, 100)).toEqual([100, 85]);
    expect(spreadLabels([-5], 15, 0, 100)).toEqual([0]);
  });

  it("keeps order, distance and bounds for any wishes that fit", () => {
    const random = new Random(3);
    for (let run = 0; run < 200; run++) {
      const wanted = Array.from({length: 1 + random.integer(6)}, () => random.uniform(-20, 120));
      const placed = spreadLabels(wanted, 15, 0, 100);
      const sorted = [...placed].sort((a, b) => a - b);
      expect(sorted[0]).toBeGreaterThanOrEqual(-1e-9);
      expect(sorted.at(-1)).toBeLessThanOrEqual(100 + 1e-9);
      sorted.slice(1).forEach((y, i) => {
        expect(y - sorted[i]!).toBeGreaterThanOrEqual(15 - 1e-9);
      });
      const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
      order.slice(1).forEach((i, k) => {
        expect(placed[i]).toBeGreaterThan(placed[order[k]!]!);
      });
    }
  });
});
