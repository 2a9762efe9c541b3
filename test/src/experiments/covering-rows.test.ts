import {describe, expect, test} from "vitest";
import {defaultParams, type Params, paramError, paramTable} from "../../../lib/params.js";
import {experiments} from "../../../src/experiments/index.js";
import {leastParams} from "../../../tools/runs/least-setup.js";
import {coveringRows, dearOf, endsOf, mostRows, rowEndsOf, runRow} from "./covering-rows.js";

const row = {label: "", help: "", group: "training"} as const;
const table = paramTable({
  rate: {...row, kind: "number", default: 0.5, min: 0, max: 1, step: 0.1},
  size: {...row, kind: "number", default: 4, min: 1, max: 9, step: 1},
  depth: {...row, kind: "number", default: 2, min: 1, max: 3, step: 1},
  isFast: {...row, kind: "switch", default: false},
  kind: {...row, kind: "choice", default: "a", options: {a: "A", b: "B", c: "C"}},
});
const dear = ["size", "depth"];
const least: Params = {...defaultParams(table), size: 1, depth: 1};

test("of a small table every pair occurs that is not dear", () => {
  const rows = coveringRows(table, dear, least);
  expect(rows.length).toBeLessThanOrEqual(mostRows);
  const names = Object.keys(table) as (keyof typeof table)[];
  for (const a of names)
    for (const b of names.slice(names.indexOf(a) + 1))
      for (const one of endsOf(table[a]))
        for (const other of endsOf(table[b]))
          if (dearOf({[a]: one, [b]: other}, dear, least).length === 0)
            expect(
              rows.some((each) => each[a] === one && each[b] === other),
              `${a} ${one} with ${b} ${other}`,
            ).toBe(true);
});

test("more values than rows occur each, and no row is for pairs then", () => {
  const options = Object.fromEntries(Array.from({length: 14}, (_, i) => [`o${i}`, ""]));
  const many = paramTable({
    ...table,
    many: {...row, kind: "choice", default: "o0", options},
  });
  expect(coveringRows(many, dear, {...least, many: "o0"})).toHaveLength(14);
});

describe.each(Object.values(experiments))("$id", (experiment) => {
  const {params, sizeParams, startParams = []} = experiment;
  const dearParams = [...sizeParams, ...startParams];
  const rows = coveringRows(params, dearParams, leastParams(experiment));

  test("every end of every param occurs in few rows", () => {
    for (const [name, param] of Object.entries(params))
      for (const end of rowEndsOf(param))
        expect(
          rows.some((each) => each[name] === end),
          `${name} ${end}`,
        ).toBe(true);
    expect(rows.length).toBeLessThanOrEqual(mostRows);
  });

  test("every row is whole and legal, and what is dear occurs once, one in a row", () => {
    const all = rows.flatMap((each) =>
      dearOf(each, dearParams, leastParams(experiment)).map((name) => `${name} ${each[name]}`),
    );
    expect(new Set(all).size).toBe(all.length);
    for (const each of rows) {
      expect(Object.keys(each).sort()).toEqual(Object.keys(params).sort());
      for (const [name, param] of Object.entries(params))
        expect(paramError(name, param, each[name])).toBeUndefined();
      expect(dearOf(each, dearParams, leastParams(experiment)).length).toBeLessThan(2);
    }
  });
});

describe("a row that fails", () => {
  const values = {rate: 1, size: 1, isFast: true, kind: "b"};
  const failing = (fails: (given: object) => boolean) =>
    runRow(values, least, async (given) => {
      if (fails(given)) throw new Error("loss is NaN");
    });

  test("says so, with those of its values that fail alone", async () => {
    await expect(failing((given) => "isFast" in given)).rejects.toThrow(
      `${JSON.stringify(values)}: loss is NaN\nfails alone: isFast true`,
    );
  });

  test("says what a session refused", async () => {
    const refused = runRow(values, least, async () => Promise.reject({message: "no room"}));
    await expect(refused).rejects.toThrow(`${JSON.stringify(values)}: no room`);
  });

  test("says also that none does; and one that passes runs nothing more", async () => {
    const together = failing((given) => "isFast" in given && "kind" in given);
    await expect(together).rejects.toThrow("fails alone: none of its values");
    let runs = 0;
    await runRow(values, least, async () => void runs++);
    expect(runs).toBe(1);
  });
});
