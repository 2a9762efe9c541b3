import {describe, expect, test} from "vitest";
import {
  changedParams,
  defaultParams,
  type Params,
  paramError,
  parseParams,
} from "../../lib/params.js";
import {inherited, names, table, tables} from "./params-example.js";

describe.each(tables)("%s", (_, params) => {
  test("has legal defaults and a sensible range, a label and a help text for each", () => {
    expect(parseParams(params, defaultParams(params))).toEqual(defaultParams(params));
    for (const param of Object.values(params)) {
      expect(param.label).not.toBe("");
      expect(param.help).not.toBe("");
      if (param.kind === "number") expect(param.min).toBeLessThan(param.max);
      if (param.kind === "number") expect(param.step).toBeGreaterThan(0);
      if (param.kind === "text") expect(param.most).toBeGreaterThan(0);
      if (param.group !== "training") expect(param.live, "all of its group are").toBeUndefined();
    }
  });
});

describe("paramError", () => {
  test.each([
    ["rate", 2, "invalid rate: 2 (a number from 0.001 to 1)"],
    ["rate", 0, "invalid rate: 0 (a number from 0.001 to 1)"],
    ["rate", Number.NaN, "invalid rate: NaN (a number from 0.001 to 1)"],
    ["rate", Number.POSITIVE_INFINITY, "invalid rate: Infinity (a number from 0.001 to 1)"],
    ["rate", "0.5", 'invalid rate: "0.5" (a number from 0.001 to 1)'],
    ["rate", null, "invalid rate: null (a number from 0.001 to 1)"],
    ["rate", undefined, "invalid rate: undefined (a number from 0.001 to 1)"],
    ["rate", {a: [1]}, 'invalid rate: {"a":[1]} (a number from 0.001 to 1)'],
    ["count", 2.5, "invalid count: 2.5 (a whole number from 1 to 9)"],
    ["count", 10, "invalid count: 10 (a whole number from 1 to 9)"],
    ["shape", "square", 'unknown shape: "square" (one of ring, a,b & c)'],
    ["shape", "toString", 'unknown shape: "toString" (one of ring, a,b & c)'],
    ["shape", "__proto__", 'unknown shape: "__proto__" (one of ring, a,b & c)'],
    ["shape", 3, "unknown shape: 3 (one of ring, a,b & c)"],
    ["fast", "true", 'invalid fast: "true" (true or false)'],
    ["fast", 1, "invalid fast: 1 (true or false)"],
    ["words", 7, "invalid words: 7 (a line of at most 12 characters)"],
    ["words", "a red circle…", 'invalid words: "a red circle…" (a line of at most 12 characters)'],
    ["words", "a\nb", 'invalid words: "a\\nb" (a line of at most 12 characters)'],
    ["words", "a\u2028b", 'invalid words: "a\\u{2028}b" (a line of at most 12 characters)'],
    ["words", "\ud83d", 'invalid words: "\\ud83d" (a line of at most 12 characters)'],
  ] as const)("%s = %j", (name, value, message) => {
    expect(paramError(name, table[name], value)).toBe(message);
  });

  test.each([
    ["rate", 0.001],
    ["rate", 1],
    ["rate", 0.123456],
    ["count", 1],
    ["count", 9],
    ["shape", "a,b & c"],
    ["fast", true],
    ["words", ""],
    ["words", "a red 🙂 %&="],
  ] as const)("nothing is wrong with %s = %j", (name, value) => {
    expect(paramError(name, table[name], value)).toBeUndefined();
  });

  test("a long value is cut in the message", () => {
    expect(paramError("fast", table.fast, "z".repeat(1000))!.length).toBeLessThan(100);
  });
});

describe("parseParams", () => {
  test("fills in defaults", () => {
    expect(parseParams(table, {count: 5})).toEqual({
      rate: 0.1,
      count: 5,
      shape: "ring",
      fast: false,
      words: "",
    });
  });

  test("names everything that is wrong at once", () => {
    const given = {rate: 2, speed: 1, fast: "no"};
    expect(() => parseParams(table, given)).toThrow(
      new RangeError(
        `invalid rate: 2 (a number from 0.001 to 1); unknown param: speed (one of ${names}); ` +
          'invalid fast: "no" (true or false)',
      ),
    );
  });

  test.each(inherited)("refuses %s", (name) => {
    const given = JSON.parse(`{"${name}": 1}`) as Record<string, unknown>;
    expect(() => parseParams(table, given)).toThrow(`unknown param: ${name} (one of ${names})`);
  });
});

test("changedParams holds what differs from the defaults, and only names of the table", () => {
  const values = {...defaultParams(table), count: 5, fast: true};
  expect(changedParams(table, values)).toEqual({count: 5, fast: true});
  expect(changedParams(table, {...values, extra: 1} as Params<typeof table>)).not.toHaveProperty(
    "extra",
  );
});
