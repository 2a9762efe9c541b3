import {expect, test} from "vitest";
import {authenticity, nearestDistance} from "../../../lib/metrics/authenticity.js";
import {clusteredSample, clusteredSpace} from "./clustered-sample.js";

const real = clusteredSample(1, 100);
const space = clusteredSpace(2, 100, 20);

test("copies have no authenticity and no distance", () => {
  expect(authenticity(real, real, space).value).toBe(0);
  expect(nearestDistance(real, real, space).value).toBe(0);
});

test("what is far away is authentic, which says nothing of its quality", () => {
  const far = clusteredSample(3, 50, 30);
  expect(authenticity(real, far, space).value).toBe(1);
  expect(nearestDistance(real, far, space).value).toBeGreaterThan(50);
});

test("of real pictures some are nearer to one than its own neighbour is", () => {
  const {floor} = authenticity(real, clusteredSample(3, 100), space);
  expect(floor.low).toBeGreaterThan(0.2);
  expect(floor.high).toBeLessThan(0.8);
});
