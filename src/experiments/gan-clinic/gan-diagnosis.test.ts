import {describe, expect, test} from "vitest";
import {
  diagnosisOf,
  diseases,
  type RunNumbers,
  rulesOf,
  type Signs,
  signsOf,
} from "./gan-diagnosis.js";

const healthy: Signs = {
  lead: 0.3,
  generatorGradient: 4,
  spread: 0.9,
  swing: 0.3,
  checkerboard: undefined,
};

/** A run of `steps` steps with constant curves, measured every ten. */
function run(steps: number, scalars: (i: number) => Record<string, number>): RunNumbers {
  const constant = (value: number) => new Float32Array(steps).fill(value);
  return {
    curves: {
      realScore: constant(0.75),
      fakeScore: constant(0.25),
      generatorGradient: constant(2),
    },
    measurements: Array.from({length: Math.floor(steps / 10)}, (_, i) => ({scalars: scalars(i)})),
  };
}

describe("signs", () => {
  test("are read off the end of the run, not off its beginning", () => {
    const {curves, measurements} = run(100, (i) => ({
      spread: i < 5 ? 9 : 0.5,
      centreX: i < 5 ? 100 : i % 2 === 0 ? 3 : -3,
      centreY: 0,
    }));
    const real = Float32Array.from({length: 100}, (_, i) => (i < 75 ? 0 : 0.9));
    const signs = signsOf({curves: {...curves, realScore: real}, measurements})!;
    expect(signs.lead).toBeCloseTo(0.65, 6);
    expect(signs.spread).toBe(0.5);
    // 3, -3, 3, -3 and 3 about their mean of 0.6: (3 · 2.4² + 2 · 3.6²) / 5 = 8.64.
    expect(signs.swing).toBeCloseTo(Math.sqrt(8.64), 6);
    expect(signs.checkerboard).toBeUndefined();
  });

  test("are missing where nothing was measured, and all are while the run is short", () => {
    const pictures = signsOf(run(100, () => ({checkerboard: 0.01})))!;
    expect(pictures).toMatchObject({spread: undefined, swing: undefined});
    expect(pictures.checkerboard).toBeCloseTo(0.01, 9);
    expect(signsOf(run(79, () => ({spread: 1})))).toBeUndefined();
    expect(signsOf({...run(100, () => ({})), measurements: []})).toBeUndefined();
  });
});

describe("rules", () => {
  const ill = {
    collapse: {...healthy, spread: 0.1, lead: 0},
    vanished: {...healthy, lead: 0.99, generatorGradient: 0.001},
    "over-strong": {...healthy, lead: 0.95, generatorGradient: 40},
    oscillation: {...healthy, swing: 9},
    checkerboard: {...healthy, spread: undefined, swing: undefined, checkerboard: 0.02},
  } as const;

  test.each(diseases)("%s is found, and nothing else in the same numbers", (disease) => {
    const rules = rulesOf(ill[disease]);
    expect(diseases.filter((each) => rules[each])).toEqual([disease]);
    expect(diagnosisOf(ill[disease])).toBe(disease);
  });

  test("nothing is found in a healthy run, at the thresholds neither", () => {
    expect(diagnosisOf(healthy)).toBe("healthy");
    expect(diagnosisOf({...healthy, spread: 0.35, lead: 0})).toBe("healthy");
    expect(diagnosisOf({...healthy, swing: 4})).toBe("healthy");
    expect(diagnosisOf({...healthy, lead: 0.85, generatorGradient: 50})).toBe("healthy");
  });

  test("a sure judge with a gradient between the two rules is called by neither", () => {
    expect(diagnosisOf({...healthy, lead: 0.95, generatorGradient: 0.5})).toBe("healthy");
  });

  test("a narrow cloud that a sure judge has stopped is not called a collapse", () => {
    const signs = {...healthy, spread: 0.2, lead: 1, generatorGradient: 0.001};
    expect(diagnosisOf(signs)).toBe("vanished");
  });

  test("a swinging cloud whose judge is sure at each turn is called oscillation", () => {
    expect(diagnosisOf({...healthy, lead: 0.9, generatorGradient: 15, swing: 12})).toBe(
      "oscillation",
    );
  });
});
