import {expect, test} from "vitest";
import {experiments} from "../../../src/experiments/index.js";
import type {Experiment} from "../../../src/lib/training/experiment.js";

test.each(Object.entries(experiments))(
  "each measure of %s has an interval, or says why it has none",
  (_id, {measures}: Experiment) => {
    for (const [name, {interval}] of Object.entries(measures)) {
      expect(interval, name).toBeDefined();
      if (interval && "none" in interval) expect(interval.none, name).toMatch(/^[a-z].*[^.]$/);
    }
  },
);
