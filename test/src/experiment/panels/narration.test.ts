import {describe, expect, it} from "vitest";
import {dataFile} from "../../../../data/data-file.js";
import {defaultParams} from "../../../../lib/params.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {unpackRecording} from "../../../../lib/training/recording.js";
import {
  longestNarration,
  narrate,
  timeLeft,
  trend,
} from "../../../../src/experiment/panels/narration.js";
import {recordedRun} from "../../../../src/experiment/run/recorded.js";
import {runAt} from "../../../../src/experiment/run/run-at.js";
import {addMeasurement, addProgress, newRun} from "../../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";
import {experiments} from "../../../../src/experiments/index.js";
import {memorisation} from "../../../../src/experiments/memorisation/experiment.js";

const line = (from: number, to: number, n = 100) =>
  Float32Array.from({length: n}, (_, i) => from + ((to - from) * i) / (n - 1));

describe("narration", () => {
  it("tells falling, rising and steady apart, and says nothing of too few values", () => {
    expect(trend(line(2, 1))).toBe("falling");
    expect(trend(line(1, 2))).toBe("rising");
    expect(trend(line(1, 1.02))).toBe("steady");
    expect(trend(line(-1, -2))).toBe("falling");
    expect(trend(line(2, 1, 50))).toBeUndefined();
  });

  it("says step, losses with their trend, measures with unit and floor", () => {
    const run = newRun(ganPlane, 1, defaultParams(ganPlane.params));
    addProgress(run, {
      first: 1,
      curves: {discriminatorLoss: line(2, 1), generatorLoss: line(0.7, 0.7)},
      msPerStep: 5,
      memory: {tensors: 0, bytes: 0},
    });
    addMeasurement(run, {
      step: 100,
      scalars: {divergence: 0.0412},
      floors: {divergence: {low: 0.015, high: 0.021}},
      arrays: {},
    });
    expect(narrate(ganPlane, run)).toBe(
      "Step 100: discriminator loss 1.00, falling; generator loss 0.700, steady; " +
        "Jensen–Shannon divergence 0.041 bit (real ones: 0.015 to 0.021).",
    );
  });

  it("says how far a number might lie off, where its description has an interval", () => {
    const run = newRun(memorisation as Experiment, 1, defaultParams(memorisation.params));
    const floors = {copies: {low: 1.9, high: 8.1}, repeated: {low: 0, high: 2}};
    const scalars = {copies: 41.5, repeated: 3, samples: 200};
    addMeasurement(run, {step: 0, scalars, floors, arrays: {}});
    expect(narrate(memorisation as Experiment, run)).toBe(
      "Step 0: near-copies 41.5 ± 6.9 % (held-out ones: 1.90 to 8.10); near-copies of the first ten 3.00 ± 3.4 % (held-out ones: 0.000 to 2.00).",
    );
  });

  it("says of which step a measurement is, where that is an earlier one", () => {
    const run = newRun(ganPlane, 1, defaultParams(ganPlane.params));
    const curves = {discriminatorLoss: line(2, 1), generatorLoss: line(0.7, 0.7)};
    addProgress(run, {first: 1, curves, msPerStep: 5, memory: {tensors: 0, bytes: 0}});
    addMeasurement(run, {step: 60, scalars: {divergence: 0.0412}, floors: {}, arrays: {}});
    expect(narrate(ganPlane, run)).toMatch(
      /^Step 100: disc.* steady\. At step 60: Jensen–Shannon divergence 0\.041 bit\.$/,
    );
    expect(narrate(ganPlane, runAt(run, 80))).toMatch(/^Step 80: .* At step 60: Jensen/);
    expect(narrate(ganPlane, runAt(run, 50))).toMatch(/^Step 50: [^:]*\.$/);
    expect(narrate(ganPlane, runAt(run, 0))).toBe("Step 0: no numbers yet.");
  });

  it.each(Object.keys(experiments))("of %s fits the room that is kept for it", (id) => {
    const experiment = experiments[id]!;
    const run = recordedRun(unpackRecording(dataFile(`recorded/${id}`)), experiment);
    const room = longestNarration(experiment).length;
    expect(narrate(experiment, run).length).toBeLessThanOrEqual(room);
    expect(room).toBeLessThan(1.3 * narrate(experiment, run).length);
    expect(room, "about four lines of a phone").toBeLessThan(230);
  });

  it("gives the time left in the unit a reader would use", () => {
    expect(timeLeft(100, 80)).toBe("about 8 s left");
    expect(timeLeft(1000, 200)).toBe("about 3 min 20 s left");
    expect(timeLeft(3, 10)).toBe("about 1 s left");
  });
});
