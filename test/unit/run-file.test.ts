import {expect, test} from "vitest";
import {ganPlane} from "../../lib/experiments/gan-plane.js";
import {experiments} from "../../lib/experiments/index.js";
import {defaultParams} from "../../lib/params.js";
import {type RunFile, readRun, writeRun} from "../../lib/training/run-file.js";

const run: RunFile = {
  experiment: "gan-plane",
  params: {...defaultParams(ganPlane.params), seed: 3, points: "drawn"},
  inputs: {points: {data: Float32Array.of(0.5, -1, 0.25, 1), shape: [2, 2]}},
  changes: [{step: 2, name: "learningRate", value: 0.01}],
  parts: [{step: 1, kind: "discriminator", count: 1}],
  steps: 3,
  losses: {
    discriminatorLoss: Float32Array.of(1.4, 1.3, 1.2),
    generatorLoss: Float32Array.of(0.7, Number.NaN, 0.8),
  },
  measurements: [{step: 2, scalars: {divergence: 0.5}}],
  backend: "wasm",
  date: "2026-11-23T12:00:00.000Z",
};

test("what is read equals what was written", () => {
  expect(readRun(writeRun(run))).toStrictEqual(run);
});

const long = Array.from({length: 50}, (_, i) => i);

test.each<[string, unknown, string]>([
  ["format", "gan-lab", 'format "gan-lab" (from-noise run)'],
  ["version", 2, "version 2 (only 1 is known)"],
  [
    "experiment",
    "gan-faces",
    `unknown experiment: gan-faces (one of ${Object.keys(experiments).join(", ")})`,
  ],
  ["params", null, "params null (an object)"],
  ["params", {seed: -1}, "invalid seed: -1 (a whole number from 0 to 4294967295)"],
  ["params", {depth: 3}, "unknown param: depth (one of seed, points"],
  ["steps", 1e9, "steps 1000000000 (a whole number from 0 to 1000000)"],
  ["steps", 2, "losses.discriminatorLoss has 3 values (2)"],
  ["inputs", {points: {shape: [2, 2], data: [1]}}, "inputs.points has 1 values (4)"],
  ["inputs", {points: {shape: [1], data: ["x"]}}, 'inputs.points.data "x" (a finite number)'],
  ["changes", {}, "changes {} (a list)"],
  [
    "changes",
    [{step: 1, name: "seed", value: 4}],
    'unknown changed param: "seed" (one of loss, learningRate, discriminatorSteps, penaltyWeight, maxSteps)',
  ],
  [
    "changes",
    [{step: 9, name: "maxSteps", value: 40}],
    "change.step 9 (a whole number from 0 to 3)",
  ],
  [
    "changes",
    [{step: 1, name: "learningRate", value: 7}],
    "invalid learningRate: 7 (a number from 0.00001 to 0.1)",
  ],
  [
    "parts",
    [{step: 1, kind: "classifier", count: 1}],
    'unknown kind of step: "classifier" (one of both, discriminator, generator)',
  ],
  ["parts", [{step: 2, kind: "both", count: 2}], "part.count 2 (a whole number from 1 to 1)"],
  [
    "parts",
    [
      {step: 0, kind: "generator", count: 2},
      {step: 1, kind: "generator", count: 2},
    ],
    "part.step 1 (from 2, where the part before it ends)",
  ],
  [
    "parts",
    [{step: 1, kind: "generator", count: 2}],
    "change.step 2 (not between 1 and 3, in a part)",
  ],
  ["losses", {accuracy: [1, 2, 3]}, 'unknown loss: "accuracy" (one of discriminatorLoss, gener'],
  ["measurements", [{step: 1, scalars: {divergence: "0"}}], 'divergence "0" (a finite'],
  ["backend", "cuda", 'unknown backend: "cuda" (one of webgpu, webgl, wasm, cpu)'],
  ["date", "yesterday", 'date "yesterday" (an ISO date)'],
  ["date", long, "date [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,... (an ISO"],
])("%s %j is refused", (key, value, message) => {
  const spoiled = JSON.stringify({...JSON.parse(writeRun(run)), [key]: value});
  expect(() => readRun(spoiled)).toThrow(`invalid run file: ${message}`);
});

test.each([
  ["{", "JSON"],
  ["[]", "file [] (an object)"],
  ["", "JSON"],
])("the text %j is refused", (text, message) => {
  expect(() => readRun(text)).toThrow(message);
});
