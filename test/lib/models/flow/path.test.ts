import {describe, expect, test} from "vitest";
import {
  ddpmPath,
  type PathName,
  pathNamed,
  paths,
  snr,
  straightPath,
} from "../../../../lib/models/flow/path.js";
import reference from "../../../reference/flow.json" with {type: "json"};

const names = Object.keys(paths) as PathName[];

describe.each(names)("the path %s", (name) => {
  const path = pathNamed(name);

  test("signal, noise and slopes are NumPy's", () => {
    const cases = reference.paths.filter((each) => each.path === name);
    expect(cases).toHaveLength(5);
    for (const {t, values} of cases) {
      const [a, s, da, ds] = values as [number, number, number, number];
      expect(path.signal(t)).toBeCloseTo(a, 10);
      expect(path.noise(t)).toBeCloseTo(s, 10);
      expect(path.signalSlope(t)).toBeCloseTo(da, 6);
      expect(path.noiseSlope(t)).toBeCloseTo(ds, 5);
    }
  });

  test("goes from noise to the picture, the signal rising and the noise falling", () => {
    expect(path.signal(0)).toBeLessThan(0.007);
    expect(path.noise(0)).toBeCloseTo(1, 4);
    expect(path.signal(1)).toBeCloseTo(1, 14);
    expect(path.noise(1)).toBe(0);
    const times = Array.from({length: 101}, (_, i) => i / 100);
    for (const t of times.slice(1)) {
      expect(path.signal(t)).toBeGreaterThan(path.signal(t - 0.01));
      expect(path.noise(t)).toBeLessThan(path.noise(t - 0.01));
      expect(snr(path, t)).toBeGreaterThan(snr(path, t - 0.01));
    }
    expect(snr(path, 1)).toBe(Number.POSITIVE_INFINITY);
  });
});

test("two of them keep the variance, the straight one does not", () => {
  const variance = (name: PathName, t: number) =>
    paths[name].signal(t) ** 2 + paths[name].noise(t) ** 2;
  for (const t of [0, 0.3, 0.8, 1])
    for (const name of ["cosine", "ddpm"] as const) expect(variance(name, t)).toBeCloseTo(1, 14);
  expect(variance("straight", 0.5)).toBeCloseTo(0.5, 14);
  expect(snr(straightPath, 0.75)).toBeCloseTo(9, 12);
});

test("ddpm is the limit of its thousand betas", () => {
  for (const {step, signal} of reference.ddpmTable)
    expect(Math.abs(ddpmPath.signal(1 - step / 1000) - signal), `step ${step}`).toBeLessThan(0.001);
});

test("another name is refused with the legal ones", () => {
  expect(() => pathNamed("winding")).toThrow(
    "unknown path: winding (one of straight, cosine, ddpm)",
  );
});
