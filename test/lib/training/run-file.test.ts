import {expect, test} from "vitest";
import {defaultParams} from "../../../lib/params.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import {readRun, writeRun} from "../../../lib/training/run-file.js";
import type {RunFile} from "../../../lib/training/run-file-type.js";
import {ganPlane} from "../../../src/experiments/gan-plane/experiment.js";
import {experiments, findExperiment} from "../../../src/experiments/index.js";

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
  expect(readRun(writeRun(run), findExperiment)).toStrictEqual(run);
});

const driver = {part: "generatorLoss", code: "export {};\n", standing: "passed"} as const;

test("a driven run brings its code, which nobody has tested here, and is of a version of its own", () => {
  const text = writeRun({...run, driver});
  expect(readRun(text, findExperiment)).toStrictEqual({
    ...run,
    driver: {...driver, standing: "opened"},
  });
  expect([writeRun(run), text].map((each) => JSON.parse(each).version)).toEqual([1, 2]);
  const read = (changes: object) =>
    refusal(JSON.stringify({...JSON.parse(text), ...changes})).message;
  expect(read({driver: undefined})).toContain("invalid driver: undefined (an object)");
  expect(read({driver: {...driver, part: "toString"}})).toContain(
    'invalid driver.part: "toString" (one of generatorLoss, layers)',
  );
  expect(read({driver: {...driver, code: 7}})).toContain("invalid driver.code: 7 (a text)");
  expect(read({driver: {...driver, code: "x".repeat(200_001)}})).toContain("at most 200000");
  expect(read({version: 3})).toContain("of version 3");
});

test("what pictures are drawn with and how they are shown is read too; of before there was any, as the table says", () => {
  const row = {label: "", help: ""} as const;
  const guidance = {
    ...row,
    kind: "number",
    default: 7,
    min: 0,
    max: 20,
    step: 1,
    group: "sampling",
  } as const;
  const grid = {...row, kind: "switch", default: true, group: "view"} as const;
  const more = {...ganPlane, params: {...ganPlane.params, guidance, grid}} as unknown as Experiment;
  const drawn = {...run, params: {...run.params, guidance: 3, grid: false}};
  expect(readRun(writeRun(drawn), () => more)).toStrictEqual(drawn);
  expect(readRun(writeRun(run), () => more).params).toEqual({
    ...run.params,
    guidance: 7,
    grid: true,
  });
  const change = {...drawn, changes: [{step: 2, name: "guidance", value: 3}]};
  expect(() => readRun(writeRun(change), () => more)).toThrow("change.name");
});

/** The text of the run with another value under `key`. */
const spoiled = (key: string, value: unknown) =>
  JSON.stringify({...JSON.parse(writeRun(run)), [key]: value});
const refusal = (text: string): Error => {
  try {
    readRun(text, findExperiment);
  } catch (error) {
    return error as Error;
  }
  throw new Error("it was not refused");
};

const long = Array.from({length: 50}, (_, i) => i);
const many = (count: number, item: (i: number) => unknown) =>
  Array.from({length: count}, (_, i) => item(i));

test.each<[string, unknown, string]>([
  [
    "experiment",
    "gan-faces",
    `unknown experiment: gan-faces (one of ${Object.keys(experiments).join(", ")})`,
  ],
  ["experiment", ["gan-plane"], 'invalid experiment: ["gan-plane"] (a text)'],
  ["experiment", "x".repeat(5000), "invalid experiment: 5000 characters (at most 60)"],
  ["experiment", "\x1b[2J", 'unknown experiment: "\\u001b[2J" (one of'],
  ["params", null, "invalid params: null (an object)"],
  ["params", {seed: -1}, "invalid seed: -1 (a whole number from 0 to 4294967295)"],
  ["params", {seed: 1e308}, "invalid seed: 1e+308 (a whole number"],
  ["params", {depth: 3}, "unknown param: depth (one of seed, points"],
  [
    "params",
    Object.fromEntries(many(1e5, (i) => [`p${i}`, 1]) as [string, number][]),
    "and 99992 more like these",
  ],
  ["steps", 1e9, "invalid steps: 1000000000 (a whole number from 0 to 1000000)"],
  ["steps", "3", 'invalid steps: "3" (a whole number'],
  ["steps", 2, "invalid losses.discriminatorLoss: 3 items (at most 2)"],
  ["inputs", {points: {shape: [2, 2], data: [1]}}, "invalid input.data.length: 1 (4)"],
  ["inputs", {points: {shape: [1], data: ["x"]}}, 'invalid input.data: "x" (a number from'],
  [
    "inputs",
    {points: {shape: [1], data: [1e308]}},
    "invalid input.data: 1e+308 (a number from -3.4e38 to 3.4e38)",
  ],
  ["inputs", {points: {shape: [1e5, 1e5], data: []}}, "invalid input.data.length: 0 (10000000000)"],
  [
    "inputs",
    {points: {shape: [2e5], data: many(2e5, () => 0)}},
    "invalid input.shape: 200000 (a whole number",
  ],
  ["inputs", {points: {shape: [1], data: many(2e5, () => 0)}}, "200000 items (at most 100000)"],
  [
    "inputs",
    Object.fromEntries(many(11, (i) => [`p${i}`, {}]) as [string, object][]),
    "11 of them (at most 10)",
  ],
  ["changes", {}, "invalid changes: {} (a list)"],
  ["changes", many(20_001, () => 0), "20001 items (at most 20000)"],
  [
    "changes",
    [{step: 1, name: "seed", value: 4}],
    'invalid change.name: "seed" (one of loss, learningRate, discriminatorSteps, penaltyWeight, maxSteps)',
  ],
  [
    "changes",
    [{step: 1, name: ["learningRate"], value: 0.01}],
    'invalid change.name: ["learningRate"] (one of',
  ],
  [
    "changes",
    [{step: 9, name: "maxSteps", value: 40}],
    "invalid change.step: 9 (a whole number from 0 to 3)",
  ],
  [
    "changes",
    [{step: 1, name: "learningRate", value: 7}],
    "invalid learningRate: 7 (a number from 0.00001 to 0.1)",
  ],
  [
    "parts",
    [{step: 1, kind: "classifier", count: 1}],
    'invalid part.kind: "classifier" (one of discriminator, generator)',
  ],
  [
    "parts",
    [{step: 2, kind: "generator", count: 2}],
    "invalid part.count: 2 (a whole number from 1 to 1)",
  ],
  ["parts", many(4, (i) => ({step: i, kind: "generator", count: 1})), "4 items (at most 3)"],
  [
    "parts",
    [{step: 1, kind: "generator", count: 2}],
    "invalid change.step: 2 (not between 1 and 3, in a part)",
  ],
  ["losses", {accuracy: [1, 2, 3]}, 'invalid loss: "accuracy" (one of discriminatorLoss, gener'],
  ["losses", {generatorLoss: [1, 2]}, "invalid losses.generatorLoss.length: 2 (3, one a step)"],
  ["losses", {generatorLoss: [1, 2, -1e39]}, "invalid losses.generatorLoss: -1e+39 (a number from"],
  [
    "measurements",
    [{step: 1, scalars: {divergence: "0"}}],
    'measurement.scalars, "divergence": "0" (a finite',
  ],
  [
    "measurements",
    [
      {step: 2, scalars: {}},
      {step: 2, scalars: {}},
    ],
    "invalid measurement.step: 2 (3 or later",
  ],
  [
    "measurements",
    [{step: 1, scalars: Object.fromEntries(many(201, (i) => [`s${i}`, 1]) as [string, number][])}],
    "201 of them (at most 200)",
  ],
  ["backend", "cuda", 'invalid backend: "cuda" (one of webgpu, webgl, wasm, cpu)'],
  ["date", "hello 1", 'invalid date: "hello 1" (a date like 2026-11-25T12:00:00.000Z)'],
  [
    "date",
    long,
    "invalid date: [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,... (a date",
  ],
])("%s, case %#, is refused, with what to do", (key, value, message) => {
  const {name, message: said} = refusal(spoiled(key, value));
  expect(name).toBe("BadRunFile");
  expect(said).toMatch(
    /^This run file was damaged or changed, or another version of the course wrote it: /,
  );
  expect(said).toContain(message);
  expect(said).toMatch(
    /\. Save the run once more with “Run \(JSON\)”, and open that file as it is\.$/,
  );
  expect(said.length).toBeLessThan(1500);
});

test("a number that JSON writes and no engine holds is refused", () => {
  const text = writeRun(run).replace("1.2000000476837158", "1e999");
  expect(refusal(text).message).toContain("invalid losses.discriminatorLoss: Infinity");
});

test.each([
  ["", 'it begins with "", which is no JSON object'],
  ["{", 'it begins with "{", which'],
  ["[]", 'it begins with "[]", which'],
  ["GIF89a\x1b[2J", 'it begins with "GIF89a\\u001b[2J", which'],
  ["x".repeat(8_000_001), "it has 8000001 characters, and a run at most 8000000."],
  ["{}", "its format is undefined, not “from-noise run”."],
  [spoiled("format", "gan-lab"), 'its format is "gan-lab", not'],
])("text %# is no run file, with what to open instead", (text, why) => {
  const {name, message} = refusal(text);
  expect(name).toBe("BadRunFile");
  expect(message).toContain(`This is not a run file of this course: ${why}`);
  expect(message).toMatch(
    / Open one that was saved with “Run \(JSON\)”, under “Save and open” of an experiment\.$/,
  );
});

test("another version is told from damage", () => {
  expect(refusal(spoiled("version", 3)).message).toMatch(
    /^This run file is of version 3, and only versions up to 2 can be read here\. Reload/,
  );
});
