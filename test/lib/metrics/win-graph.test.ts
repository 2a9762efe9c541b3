import {describe, expect, test} from "vitest";
import {comparedGroups, levelGroups} from "../../../lib/metrics/win-graph.js";

function wins(rows: readonly (readonly number[])[]) {
  return {count: rows.length, wins: Float64Array.from(rows.flat())};
}

describe("win graph", () => {
  test("groups those who met, whoever won", () => {
    const graph = wins([
      [0, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0.5],
      [0, 0, 0.5, 0],
    ]);
    expect(comparedGroups(graph)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(
      comparedGroups(
        wins([
          [0, 0, 0],
          [1, 0, 0],
          [1, 0, 0],
        ]),
      ),
    ).toEqual([[0, 1, 2]]);
  });

  test("puts who only ever won above", () => {
    const chain = wins([
      [0, 0, 0],
      [0, 0, 2],
      [1, 0, 0],
    ]);
    expect(levelGroups(chain)).toEqual([[1], [2], [0]]);
  });

  test("a circle of wins is one level", () => {
    expect(
      levelGroups(
        wins([
          [0, 1, 0],
          [0, 0, 1],
          [1, 0, 0],
        ]),
      ),
    ).toEqual([[0, 1, 2]]);
  });
});
