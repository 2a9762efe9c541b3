import {afterEach, beforeEach, expect, it, vi} from "vitest";
import {addressOf, linkTo} from "../../../../src/experiment/run/address.js";
import {newRun, type RunRecord} from "../../../../src/experiment/run/run-record.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";
import type {Experiment} from "../../../../src/lib/training/experiment.js";
import {forgetSeed, ownSeed} from "../../../../src/storage/own-seed.js";
import {toyStorage} from "../../storage/toy-disk.js";

const spec: Experiment = ganPlane;
let own = 0;

beforeEach(() => {
  vi.stubGlobal("localStorage", toyStorage(new Map()));
  forgetSeed();
  own = ownSeed();
});
afterEach(() => void vi.unstubAllGlobals());

/** What the page at `hash` begins with. */
function at(hash: string) {
  vi.stubGlobal("location", {hash});
  return addressOf(spec).params;
}

function runAt(hash: string, changed: Partial<RunRecord> = {}): RunRecord {
  return {...newRun(spec, 1, at(hash)), ...changed};
}

it("runs begin with the reader's own seed, unless the link names one", () => {
  expect(own).not.toBe(7);
  expect(at("").seed).toBe(own);
  expect(at("#gan-plane.points=spots")).toMatchObject({seed: own, points: "spots"});
  expect(at("#gan-plane.seed=7").seed).toBe(7);
});

it("a link that keeps readers from the seed gives a class the same one, that of the course", () => {
  expect(at("#gan-plane.locked=seed").seed).toBe(7);
  expect(at("#gan-plane.hidden=loss,seed").seed).toBe(7);
  expect(at("#gan-plane.locked=seed&gan-plane.seed=12").seed).toBe(12);
  expect(at("#gan-plane.locked=loss").seed).toBe(own);
});

it("an address names the seed of a run, whichever it is, since whoever follows it has another one of their own", () => {
  for (const seed of [own, 7, 0]) {
    const hash = linkTo(spec, runAt(`#gan-plane.seed=${seed}`, {step: 20}), "");
    forgetSeed();
    expect(at(hash).seed, hash).toBe(seed);
  }
  expect(linkTo(spec, runAt("#gan-plane.points=spots"), "")).toMatch(/seed=\d+.*points=spots/);
});

it("says nothing of a run that nobody has touched", () => {
  expect(linkTo(spec, runAt(""), "#the-loss")).toBe("#the-loss");
  const locked = "#gan-plane.locked=seed";
  expect(linkTo(spec, runAt(locked), locked)).toBe(locked);
});

it("leads to a run's end where its limit was raised on the way", () => {
  const longer = {step: 40, changes: [{step: 20, name: "maxSteps", value: 40}]};
  const hash = linkTo(spec, runAt("#gan-plane.maxSteps=20", longer), "");
  expect(at(hash)).toMatchObject({maxSteps: 40});
});
