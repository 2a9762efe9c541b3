import {describe, expect, test} from "vitest";
import {type PathName, pathNamed, paths} from "../../../../lib/models/flow/path.js";
import {conversion, convert, type PredictionKind} from "../../../../lib/models/flow/predictions.js";
import reference from "../../../reference/flow.json" with {type: "json"};
import {expectClose} from "./close.js";

const kinds: readonly PredictionKind[] = ["clean", "noise", "velocity"];
const names = Object.keys(paths) as PathName[];
const points = Float32Array.from(reference.points);
const said = Float32Array.from(reference.other);

describe.each(names)("on the path %s", (name) => {
  const path = pathNamed(name);

  test("every kind becomes every other as NumPy solves it", () => {
    const cases = reference.conversions.filter((each) => each.path === name);
    expect(cases).toHaveLength(15);
    for (const {t, from, ...expected} of cases)
      for (const to of kinds) {
        const got = convert(points, said, conversion(from as PredictionKind, to, path, t));
        expectClose(got, expected[to], `${from} to ${to} at ${t}`);
      }
  });

  test("there and back is the same", () => {
    for (const from of kinds)
      for (const to of kinds) {
        const there = convert(points, said, conversion(from, to, path, 0.4));
        expectClose(convert(points, there, conversion(to, from, path, 0.4)), said);
      }
  });

  test("at the picture the point is the picture, whatever is said of noise or velocity", () => {
    for (const from of ["noise", "velocity"] as const)
      expectClose(convert(points, said, conversion(from, "clean", path, 1)), points);
    expect(conversion("clean", "noise", path, 1)).toEqual({x: 0, prediction: 0});
  });
});

test("where there is only noise, it says nothing of the picture: the middle of the range", () => {
  for (const name of ["straight", "cosine"] as const)
    expect(conversion("noise", "clean", pathNamed(name), 0)).toEqual({x: 0, prediction: 0});
  const velocity = conversion("noise", "velocity", pathNamed("straight"), 0);
  expect(velocity.x + 0).toBe(0);
  expect(velocity.prediction).toBe(-1);
});

test("at the end of a straight path the velocity still has the noise", () => {
  const path = pathNamed("straight");
  const [clean, noise] = [0.3, -1.2];
  const got = convert(
    Float32Array.of(clean),
    Float32Array.of(clean - noise),
    conversion("velocity", "noise", path, 1),
  );
  expect(got[0]).toBeCloseTo(noise, 6);
});

test("what cannot be is refused", () => {
  expect(() => conversion("clean", "velocity", pathNamed("ddpm"), 1)).toThrow(
    "invalid time: 1 (below 1: the noise falls infinitely fast there)",
  );
  expect(() => conversion("score" as PredictionKind, "clean", pathNamed("ddpm"), 0.5)).toThrow(
    "unknown prediction: score (one of clean, noise, velocity)",
  );
});
