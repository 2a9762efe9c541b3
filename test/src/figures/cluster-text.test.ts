import {describe, expect, it} from "vitest";
import {
  clusterName,
  mostlyText,
  pictureText,
  shortName,
  sizeOf,
  sortedSummary,
  sortedTable,
} from "../../../src/figures/cluster-text.js";

const names = ["cat", "dog", "owl"];
const sorted = {clusters: [0, 0, 0, 1, 1, 3], labels: [2, 2, 0, 1, 0, 1]};
const table = sortedTable(sorted, 4, 3);

describe("clusters in words", () => {
  it("have letters for names, and labels short ones", () => {
    expect([0, 1, 19].map(clusterName)).toEqual(["A", "B", "T"]);
    expect(["7", "sneaker", "T-shirt"].map(shortName)).toEqual(["7", "sn", "T"]);
  });

  it("say their size and what they mostly are", () => {
    expect([0, 1, 2, 3].map((cluster) => sizeOf(table, cluster))).toEqual([3, 2, 0, 1]);
    expect(mostlyText(table, 0, names)).toBe("mostly owl, 67 %");
    expect(mostlyText(table, 2, names), "nothing in it").toBe("");
  });

  it("tell no label before it is revealed", () => {
    expect(pictureText(sorted, 3, names, false)).toBe("Cluster B.");
    expect(pictureText(sorted, 3, names, true)).toBe("Cluster B. Its label: dog.");
    expect(sortedSummary(table, names, false)).toBe(
      "6 pictures in 4 clusters; labels are not revealed",
    );
    expect(sortedSummary(table, names, true)).toBe(
      "6 pictures in 4 clusters; 67 % have the commonest label of their cluster, " +
        "and 3 of 3 labels are commonest somewhere",
    );
  });

  it("count no label as commonest that only stands in an empty cluster", () => {
    const half = sortedTable({clusters: [0, 0], labels: [1, 1]}, 2, 3);
    expect(sortedSummary(half, names, true)).toContain("1 of 3 labels");
  });
});
