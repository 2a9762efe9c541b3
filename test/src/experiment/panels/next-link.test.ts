import {expect, it} from "vitest";
import {nextAfter, type Variation} from "../../../../src/experiment/panels/next-link.js";
import {ganPlane} from "../../../../src/experiments/gan-plane/experiment.js";
import {defaultParams} from "../../../../src/lib/params.js";
import type {Experiment} from "../../../../src/lib/training/experiment.js";

const spec: Experiment = ganPlane;
const at = (text: string, hash: string): Variation => ({text, hash});
const spots = at("Eight spots", "#gan-plane.points=spots");
const spiral = at("A spiral", "#gan-plane.points=spiral");
const hinge = at("hinge", "#gan-plane.points=spiral&gan-plane.loss=hinge");
const offered = [spots, spiral, hinge];
const after = (changed: object, links = offered) =>
  nextAfter(spec, links, {...defaultParams(spec.params), ...changed});

it("the first that the text offers comes first, and after each the one that follows it", () => {
  expect(after({})).toBe(spots);
  expect(after({points: "spots"})).toBe(spiral);
  expect(after({points: "spiral", seed: 4821})).toBe(hinge);
  expect(after({points: "spiral", loss: "hinge"})).toBeUndefined();
});

it("a run that no link sets has the first", () => {
  expect(after({points: "spiral", learningRate: 0.01})).toBe(spots);
  expect(after({}, [])).toBeUndefined();
});

it("a link that sets nothing, or something that isn't possible, is none to try", () => {
  const wrong = at("a star", "#gan-plane.points=star");
  const lock = at("the same, locked", "#gan-plane.locked=loss");
  expect(after({}, [wrong, lock, spiral])).toBe(spiral);
});
