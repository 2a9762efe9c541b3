import {describe, expect, it} from "vitest";
import {type ClusterPlaneData, clusterScene} from "../../../../src/figures/plane/cluster-scene.js";

const names = ["cat", "dog", "owl"];
/** Four points in two of three clusters, the first three of them with pictures. */
const data: ClusterPlaneData = {
  points: Float32Array.of(-1, 0, -9, 0, 1, 1, 1, 3),
  clusters: [0, 0, 1, 1],
  labels: [2, 2, 1, 0],
  pictures: {data: new Uint8Array(3 * 784), shape: [3, 28, 28, 1]},
  count: 3,
  marks: "letters",
  revealed: false,
  bordered: true,
};

describe("the scene of a sorting", () => {
  it("has a mark for each picture, within the plane, named by its cluster", () => {
    const {crowd, marks} = clusterScene(data, names, 2);
    expect([...crowd]).toEqual([-1, 0, -2, 0, 1, 1, 1, 2]);
    expect(marks.map(({x, y, text, ink}) => [x, y, text, ink])).toEqual([
      [-1, 0, "A", "--ink"],
      [-2, 0, "A", "--ink"],
      [1, 1, "B", "--ink"],
    ]);
  });

  it("tells labels once they are revealed; strays are others than the commonest of their cluster", () => {
    const labels = [2, 2, 1, 1];
    const clusters = [0, 0, 0, 1];
    const {marks} = clusterScene({...data, labels, clusters, revealed: true}, names, 2);
    expect(marks.map(({text, ink, isStray}) => [text, ink, isStray])).toEqual([
      ["ow", "--real", false],
      ["ow", "--real", false],
      ["do", "--warn-text", true],
    ]);
  });

  it("brings one cluster out: its region is filled, marks of others are faint", () => {
    const {marks, regions} = clusterScene({...data, chosen: 1}, names, 2);
    expect(marks.map(({alpha}) => alpha)).toEqual([0.25, 0.25, 1]);
    expect(regions.map(({fill}) => fill)).toEqual([undefined, "--judge-soft", undefined]);
  });

  it("names clusters at their centres, none of an empty one, and none without borders", () => {
    const {names: letters, regions} = clusterScene(data, names, 2);
    expect(letters.map(({x, y, text}) => [x, y, text])).toEqual([
      [-2, 0, "A"],
      [1, 2, "B"],
    ]);
    expect(regions.map(({corners}) => corners.length > 0)).toEqual([true, true, false]);
    const plain = clusterScene({...data, bordered: false}, names, 2);
    expect([plain.names, plain.regions]).toEqual([[], []]);
  });
});
