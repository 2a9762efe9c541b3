import {expect, test} from "vitest";
import {originLabel} from "../../../../src/experiment/panels/origin-label.js";
import type {RunRecord} from "../../../../src/experiment/run/run-record.js";

const run = (given: Partial<RunRecord>) => ({step: 0, params: {seed: 7}, ...given}) as RunRecord;
const live = run({origin: "live"});

test("a live run is made here, once there is something", () => {
  expect(originLabel(live, live)).toBe("nothing made yet");
  expect(originLabel(run({origin: "live", step: 3}), live)).toBe("live: made here, now");
});

test("a recorded run has its day, back end and seed, and says when its settings are others", () => {
  const date = "2026-11-25T12:00:00Z";
  const recorded = run({origin: "recorded", step: 400, date, backend: "wasm"});
  expect(originLabel(recorded, live)).toBe("recorded: 2026-11-25, wasm, seed 7");
  expect(originLabel(recorded, run({params: {seed: 8}}))).toBe(
    "recorded with other settings: 2026-11-25, wasm, seed 7",
  );
});
