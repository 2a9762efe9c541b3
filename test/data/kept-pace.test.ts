import {expect, test} from "vitest";
import {withKeptPace} from "../../data/kept-pace.js";
import type {Recording} from "../../lib/training/recording.js";

const before: Recording = {
  ...{experiment: "gan-digits", date: "2026-11-01", machine: "quiet", backend: "wasm"},
  ...{msPerStep: 10, params: {seed: 7, maxSteps: 2}, measurements: [], snapshots: []},
  curves: {loss: Float32Array.of(0.5, 0.1)},
};
const later: Recording = {
  ...before,
  ...{
    date: "2026-11-29",
    machine: "busy",
    msPerStep: 25,
    params: {seed: 7, maxSteps: 2, counted: 60},
  },
  measurements: [{step: 2, scalars: {distance: 3}, floors: {}, arrays: {}}],
};

test("the same run keeps its pace, and takes what is measured now", () => {
  const {date, machine, msPerStep} = before;
  expect(withKeptPace(later, before)).toEqual({...later, date, machine, msPerStep});
});

test("another run has its own, and so has the first one", () => {
  const other = {...later, curves: {loss: Float32Array.of(0.5, 0.1000001)}};
  expect(withKeptPace(other, before)).toBe(other);
  expect(withKeptPace(later, undefined)).toBe(later);
});
