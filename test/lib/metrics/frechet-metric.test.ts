import {expect, test} from "vitest";
import {featureStatistics, frechetDistance} from "../../../lib/metrics/frechet-distance.js";
import {frechet} from "../../../lib/metrics/frechet-metric.js";
import {Random} from "../../../lib/random.js";
import {clusteredSample, clusteredSpace, widths} from "./clustered-sample.js";

test("is the distance of chapter 3, with an interval around it and a floor", () => {
  const [real, made] = [clusteredSample(1, 90), clusteredSample(2, 60, 1)];
  const {value, interval, floor} = frechet(real, made, clusteredSpace(3, 60, 20));
  const statistics = [made, real].map(({features}) => featureStatistics(features, widths.size));
  expect(value / frechetDistance(statistics[0]!, statistics[1]!)).toBeCloseTo(1, 9);
  expect(interval.low).toBeLessThan(value);
  expect(interval.high).toBeGreaterThan(value);
  expect(floor.high).toBeLessThan(interval.low);
});

test("2,000 against 2,000 pictures of 64 features take far less than 1.5 s of processor time", () => {
  const random = new Random(1);
  const cloud = () => featureStatistics(random.normals(2000 * 64), 64);
  const start = process.cpuUsage();
  frechetDistance(cloud(), cloud());
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(1);
});

test("is that of chapter 3 also where there are fewer pictures than features", () => {
  const [real, made] = [clusteredSample(1, 5), clusteredSample(2, 4, 1)];
  const statistics = [made, real].map(({features}) => featureStatistics(features, widths.size));
  const {value} = frechet(real, made, clusteredSpace(3, 60, 20));
  expect(value / frechetDistance(statistics[0]!, statistics[1]!)).toBeCloseTo(1, 6);
});
