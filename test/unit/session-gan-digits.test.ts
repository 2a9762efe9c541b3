import {test} from "vitest";
import {expectToFreeAll, expectToResume, runOptions} from "./session-run.js";

const options = runOptions("gan-digits", {baseWidth: 4, batchSize: 8, seed: 5});

test("a convolutional gan resumes bit-equal: batch norm, averages, optimiser and batches", () =>
  expectToResume(options));

test("a session frees all that a run made", () =>
  expectToFreeAll(options, ["generator", "discriminator"]));
