import {describe, expect, it} from "vitest";
import {paramError} from "../../../lib/params.js";
import {sliderScale} from "../../../src/controls/slider-scale.js";
import {experiments} from "../../../src/experiments/index.js";

describe("slider scale", () => {
  it("reaches both ends and every tick is a legal value, for every param of every experiment", () => {
    for (const {params} of Object.values(experiments))
      for (const [name, param] of Object.entries(params)) {
        if (param.kind !== "number") continue;
        const scale = sliderScale(param);
        expect(scale.value(0), name).toBe(param.min);
        expect(scale.value(scale.ticks), name).toBe(param.max);
        for (let tick = 0; tick <= scale.ticks; tick++)
          expect(paramError(name, param, scale.value(tick))).toBeUndefined();
      }
  });

  it("puts the default back where it was to within a tick", () => {
    const scale = sliderScale({
      ...{kind: "number", label: "", help: "", group: "training", scale: "log"},
      ...{default: 0.002, min: 0.00001, max: 0.1, step: 0.0001},
    });
    expect(scale.value(scale.tick(0.002)) / 0.002).toBeCloseTo(1, 1);
  });
});
