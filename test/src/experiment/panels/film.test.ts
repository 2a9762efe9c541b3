import {describe, expect, it} from "vitest";
import type {Experiment} from "../../../../lib/training/experiment.js";
import {Film} from "../../../../src/experiment/panels/film.js";
import {newRun, type RunRecord} from "../../../../src/experiment/run/run-record.js";
import {toyExperiment} from "../../../lib/training/toy-experiment.js";

function run(number: number, step = 0, parent?: RunRecord["parent"]): RunRecord {
  return {
    ...newRun(toyExperiment as unknown as Experiment, number, {}),
    step,
    ...(parent && {parent}),
  };
}

/** Shows the film a picture of `bytes` at each step. */
function shown(film: Film, at: RunRecord, steps: readonly number[], bytes = 10): void {
  for (const step of steps) {
    at.step = Math.max(at.step, step);
    film.add(at, {step, arrays: {samples: {data: new Uint8Array(bytes), shape: [bytes]}}});
  }
}

const stepsOf = (film: Film) => film.frames.map(({step}) => step);
const upTo = (last: number, by = 1) => Array.from({length: last / by + 1}, (_, i) => i * by);

describe("film", () => {
  it("keeps every picture while they are few", () => {
    const film = new Film();
    shown(film, run(1), [0, 5, 9, 20]);
    expect(stepsOf(film)).toEqual([0, 5, 9, 20]);
  });

  it("thins a long run to at most 48 at even steps, with the first and the last", () => {
    const film = new Film();
    shown(film, run(1), upTo(1600));
    const steps = stepsOf(film);
    expect(steps.length).toBeLessThanOrEqual(48);
    expect(steps.length).toBeGreaterThan(30);
    expect([steps[0], steps.at(-1)]).toEqual([0, 1600]);
    const gaps = steps.slice(1).map((step, i) => step - steps[i]!);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(3 * Math.max(1, Math.min(...gaps.slice(0, -1))));
  });

  it("holds at most 16 MB of large pictures", () => {
    const film = new Film();
    shown(film, run(1), upTo(100, 10), 4 * 2 ** 20);
    expect(stepsOf(film)).toHaveLength(4);
    expect(stepsOf(film).at(-1)).toBe(100);
  });

  it("takes a picture of an earlier step in its place, and a new one of the same step instead", () => {
    const film = new Film();
    const at = run(1);
    shown(film, at, [0, 10, 20, 30]);
    shown(film, at, [10, 15]);
    expect(stepsOf(film)).toEqual([0, 10, 15, 20, 30]);
  });

  it("begins anew with another run, and goes on in a branch", () => {
    const film = new Film();
    shown(film, run(1), [0, 10, 20, 30]);
    shown(film, run(2, 20, {number: 1, step: 20}), [25]);
    expect(stepsOf(film)).toEqual([0, 10, 20, 25]);
    shown(film, run(3), [1, 2]);
    expect(stepsOf(film)).toEqual([1, 2]);
  });

  it("forgets steps that are taken again after a crash", () => {
    const film = new Film();
    const at = run(1);
    shown(film, at, [0, 10, 20, 30]);
    at.step = 10;
    shown(film, at, [12]);
    expect(stepsOf(film)).toEqual([0, 10, 12]);
  });
});
