import {expect, test} from "vitest";
import type {ByteImages} from "../../../lib/image.js";
import {clusterMeans} from "../../../lib/models/cluster-means.js";

const images: ByteImages = {data: Uint8Array.of(90, 100, 0, 10, 20, 0), shape: [3, 1, 2, 1]};

test("clusters are renamed by the ink of their means, the lightest first, empty ones last", () => {
  const {assignments, means} = clusterMeans(images, Uint8Array.of(0, 2, 2), 3);
  expect([...assignments]).toEqual([1, 0, 0]);
  expect([...means.data]).toEqual([10, 5, 90, 100, 0, 0]);
  expect(means.shape).toEqual([3, 1, 2, 1]);
});

test("the names do not depend on those they had", () => {
  const first = clusterMeans(images, Uint8Array.of(0, 1, 2), 3);
  const second = clusterMeans(images, Uint8Array.of(2, 0, 1), 3);
  expect(second).toEqual(first);
  expect([...first.assignments]).toEqual([2, 0, 1]);
});

test("clusters with the same ink keep their order", () => {
  const same: ByteImages = {data: Uint8Array.of(1, 2, 2, 1), shape: [2, 1, 2, 1]};
  expect([...clusterMeans(same, Uint8Array.of(0, 1), 2).assignments]).toEqual([0, 1]);
});
