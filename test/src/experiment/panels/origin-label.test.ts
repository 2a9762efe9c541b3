import {expect, test} from "vitest";
import type {Driver} from "../../../../lib/driver.js";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {originLabel} from "../../../../src/experiment/panels/origin-label.js";
import type {RunRecord} from "../../../../src/experiment/run/run-record.js";

const row = {kind: "number", label: "", help: "", default: 7, min: 0, max: 9, step: 1} as const;
const experiment = {
  params: {
    seed: {...row, group: "training"},
    guidance: {...row, group: "sampling"},
    grid: {...row, group: "view"},
  },
} as unknown as Experiment;
const run = (given: Partial<RunRecord>) => ({step: 0, params: {seed: 7}, ...given}) as RunRecord;
const live = run({origin: "live"});

test("a live run is made here, once there is something", () => {
  expect(originLabel(experiment, live, live)).toBe("nothing made yet");
  const snapshot = {step: 0, arrays: {}};
  expect(originLabel(experiment, run({origin: "live", snapshot}), live)).toBe(
    "live: before the first step",
  );
  expect(originLabel(experiment, run({origin: "live", step: 3}), live)).toBe(
    "live: made here, now",
  );
});

test("a live run says whose function took a part's place", () => {
  const driven = (standing: Driver["standing"]) =>
    originLabel(
      experiment,
      run({origin: "live", step: 3, driver: {part: "loss", code: "", standing}}),
      live,
    );
  expect(driven("passed")).toBe("live: made here, now, with your loss");
  expect(driven("failing")).toBe("live: made here, now, with your loss");
  expect(driven("opened")).toBe("live: made here, now, with the loss of a file");
  expect(driven("notebook")).toBe("live: made here, now, with the loss of a notebook");
});

test("a recorded run has its day, back end and seed, and says when its settings are others", () => {
  const date = "2026-11-25T12:00:00Z";
  const recorded = run({origin: "recorded", step: 400, date, backend: "wasm"});
  expect(originLabel(experiment, recorded, live)).toBe("recorded: 2026-11-25, wasm, seed 7");
  expect(originLabel(experiment, {...recorded, step: 0}, live)).toBe(
    "before the first step, recorded with seed 7",
  );
  expect(originLabel(experiment, recorded, run({params: {seed: 8}}))).toBe(
    "recorded: 2026-11-25, wasm, seed 7",
  );
  const drawn = run({...recorded, params: {seed: 7, guidance: 1, grid: 1}});
  const how = (params: RunRecord["params"]) =>
    originLabel(experiment, drawn, run({params})).split(":")[0];
  expect(how({seed: 7, guidance: 2, grid: 1})).toBe("recorded with other settings");
  expect(how({seed: 7, guidance: 1, grid: 2})).toBe("recorded");
});
