import {expect, test} from "vitest";
import {checkFit, parseCheckpoint} from "../../../lib/training/checkpoint.js";
import type {Experiment} from "../../../lib/training/experiment.js";
import type {Checkpoint} from "../../../lib/training/protocol.js";
import {toyCheckpoint} from "./toy-checkpoint.js";
import {toyExperiment} from "./toy-experiment.js";

const good = toyCheckpoint(3);
const params = {...good.params, width: 4, maxSteps: 20};
const fitting = (change: Partial<Record<keyof Checkpoint, unknown>>) => () =>
  checkFit({...good, ...change} as Checkpoint, toyExperiment as Experiment, params);

test("a checkpoint of this run fits, also when a live param differs", () => {
  expect(fitting({})).not.toThrow();
  expect(fitting({params: {...params, learningRate: 0.5}})).not.toThrow();
});

test.each([
  [{experiment: "gan-plane"}, "it is of gan-plane, this is toy"],
  [{params: {...params, width: 8}}, "its width is 8, this run's is 4"],
  [{params: {...params, width: -1}}, "invalid width: -1 (a whole number from 1 to 64)"],
  [{params: {depth: 1}}, "unknown param: depth"],
  [{step: -1}, "step -1 (a whole number from 0)"],
  [{random: [1, 2, 3]}, "random [1,2,3] (four integers"],
  [{random: [1, 2, 3, 2 ** 32]}, "random [1,2,3,4294967296] (four integers"],
  [{batches: {random: [1, 2, 3, 4], position: 0.5}}, "batches.position 0.5"],
  [{batches: undefined}, "batches undefined (an object)"],
  [{arrays: {weights: {data: Float32Array.of(1, NaN), shape: [2]}}}, "its weights holds NaN"],
  [{arrays: {weights: {data: Float32Array.of(1, 2), shape: [3]}}}, "weights has 2 values (3 by"],
  [{arrays: {weights: {shape: []}}}, "weights has undefined values (1 by"],
])("%j is refused", (change, message) => {
  expect(fitting(change)).toThrow(`invalid checkpoint: ${message}`);
});

test.each<[string, Partial<Record<keyof Checkpoint, unknown>>]>([
  ["a long text", {arrays: "\u001b[2J".repeat(10_000)}],
  ["a long name", {arrays: {["\u001b[2J".repeat(10_000)]: null}}],
  ["a cycle", {random: cycle()}],
  ["what has no words", {step: Object.create(null)}],
  ["a shape of texts", {arrays: {weights: {data: Float32Array.of(1, 2), shape: ["2"]}}}],
])("%s is refused in a few words on one line", (_, change) => {
  expect(fitting(change)).toThrow(/^invalid checkpoint: [\x20-\x7e]{1,200}$/);
});

function cycle(): unknown[] {
  const list: unknown[] = [];
  list.push(list);
  return list;
}

test("what is no object is no checkpoint", () => {
  expect(() => parseCheckpoint(null)).toThrow("invalid checkpoint: checkpoint null (an object)");
});
