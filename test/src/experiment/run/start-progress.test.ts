import {expect, test} from "vitest";
import {StartProgress} from "../../../../src/experiment/run/start-progress.js";

const code = {script: 100, backend: 200, experiment: 10};
const files = {train: {bytes: 1000}, test: {bytes: 500}};

test("a start's progress is of all that it fetches, and never goes back or beyond", () => {
  const progress = new StartProgress(code, files);
  expect([progress.loaded, progress.total]).toEqual([0, 1810]);
  const seen = (
    [
      {type: "alive", step: 0},
      {type: "loaded", loaded: {part: "backend"}},
      {type: "alive", step: 0},
      {type: "loaded", loaded: {part: "experiment"}},
      {type: "loaded", loaded: {part: "files", bytes: 600}},
      {type: "loaded", loaded: {part: "files", bytes: 900}},
      {type: "loaded", loaded: {part: "files", bytes: 900}}, // a server that sends more than was said
    ] as const
  ).map((event) => {
    progress.hear(event);
    return progress.loaded;
  });
  expect(seen).toEqual([100, 300, 300, 310, 910, 1810, 1810]);
});
