import {expect, it} from "vitest";
import manifest from "../../../data/manifest.json" with {type: "json"};
import type {Manifest} from "../../../lib/datasets/manifest.js";
import {recordedFrames, recordedRun} from "../../../src/about/recorded-run.js";

const {files} = manifest as Manifest;

it("says when and how the recorded digits were made, as the manifest has it", () => {
  const {date, details} = files["recorded-gan-digits"]!;
  const text = recordedRun({files}, "recorded-gan-digits");
  expect(text).toBe(
    `Recorded on <time>${date}</time>: seed ${details?.seed}, ${details?.steps} steps, wasm.`,
  );
  expect(text).not.toContain("undefined");
});

it("refuses an unknown recording with the known ones", () => {
  expect(() => recordedRun({files}, "recorded-x")).toThrow(
    /unknown recording: recorded-x \(one of .*recorded-gan-digits/,
  );
});

it("says the steps of the film strip, the first and the last among them", () => {
  const steps = files["recorded-gan-digits"]!.details?.steps;
  const text = recordedFrames({files}, "recorded-gan-digits");
  expect(text).toMatch(new RegExp(`^Rows are steps 0, .*, ${steps}\\. Recorded on `));
});
