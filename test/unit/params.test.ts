import {describe, expect, test} from "vitest";
import {experiments} from "../../lib/experiments/index.js";
import {
  changedParams,
  defaultParams,
  type Param,
  type Params,
  type ParamTable,
  type ParamValue,
  paramError,
  paramTable,
  parseParams,
  readLink,
  writeLink,
} from "../../lib/params.js";
import {Random} from "../../lib/random.js";

const base = {label: "x", help: "x", group: "training"} as const;
const table = paramTable({
  rate: {...base, kind: "number", default: 0.1, min: 0.001, max: 1, step: 0.01},
  count: {...base, kind: "number", default: 4, min: 1, max: 9, step: 1},
  shape: {...base, kind: "choice", default: "ring", options: {ring: "a ring", "a,b & c": "odd"}},
  fast: {...base, kind: "switch", default: false},
});
const names = "rate, count, shape, fast";
const inherited = ["__proto__", "constructor", "toString", "hasOwnProperty"];

/** A value the param allows. */
function legal(param: Param, random: Random): ParamValue {
  if (param.kind === "switch") return random.integer(2) === 1;
  if (param.kind === "choice") return random.shuffle(Object.keys(param.options))[0]!;
  const value = random.uniform(param.min, param.max);
  return Number.isInteger(param.step) ? Math.round(value) : value;
}

function anyParams(of: ParamTable, random: Random): Params {
  return Object.fromEntries(
    Object.entries(of).map(([name, param]) => [name, legal(param, random)]),
  );
}

const tables: [string, ParamTable][] = [
  ["the test's table", table],
  ...Object.values(experiments).map((e): [string, ParamTable] => [e.id, e.params]),
];

describe.each(tables)("%s", (_, params) => {
  test("has legal defaults and a sensible range, a label and a help text for each", () => {
    expect(parseParams(params, defaultParams(params))).toEqual(defaultParams(params));
    for (const param of Object.values(params)) {
      expect(param.label).not.toBe("");
      expect(param.help).not.toBe("");
      if (param.kind === "number") expect(param.min).toBeLessThan(param.max);
      if (param.kind === "number") expect(param.step).toBeGreaterThan(0);
    }
  });

  test("goes through a link and comes back, 200 times", () => {
    const random = new Random(1);
    for (let i = 0; i < 200; i++) {
      const values = anyParams(params, random);
      const hash = writeLink(params, "x", values, "");
      const read = readLink(params, "x", hash);
      expect(read.errors).toEqual([]);
      expect(parseParams(params, read.params)).toEqual(values);
      expect(writeLink(params, "x", values, hash)).toBe(hash);
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

describe("links", () => {
  test("hold params, locks and hidden controls of one experiment", () => {
    const hash = "#a.rate=0.5&a.locked=rate,count&a.hidden=fast&b.rate=0.7&a.fast=true";
    expect(readLink(table, "a", hash)).toEqual({
      params: {rate: 0.5, fast: true},
      locked: ["rate", "count"],
      hidden: ["fast"],
      errors: [],
    });
    expect(readLink(table, "c", hash)).toEqual({params: {}, locked: [], hidden: [], errors: []});
    expect(readLink(table, "a", "")).toEqual({params: {}, locked: [], hidden: [], errors: []});
  });

  test.each([
    ["a.count=12", "invalid count: 12 (a whole number from 1 to 9)"],
    ["a.count=few", 'invalid count: "few" (a whole number from 1 to 9)'],
    ["a.count=", 'invalid count: "" (a whole number from 1 to 9)'],
    ["a.count", 'invalid count: "" (a whole number from 1 to 9)'],
    ["a.count=0x5", 'invalid count: "0x5" (a whole number from 1 to 9)'],
    ["a.count=Infinity", 'invalid count: "Infinity" (a whole number from 1 to 9)'],
    ["a.count=1e999", "invalid count: Infinity (a whole number from 1 to 9)"],
    ["a.count=4.5", "invalid count: 4.5 (a whole number from 1 to 9)"],
    ["a.shape=square", 'unknown shape: "square" (one of ring, a,b & c)'],
    ["a.fast=yes", 'invalid fast: "yes" (true or false)'],
    ["a.speed=1", `unknown param: speed (one of ${names})`],
    ["a.=1", `unknown param:  (one of ${names})`],
    ["a.locked=rate,speed", `unknown param in locked: speed (one of ${names})`],
    ["a.hidden=toString", `unknown param in hidden: toString (one of ${names})`],
    ["a.count=5&a.count=6", "repeated count: 6 (the first one counts: 5)"],
    ...inherited.map((name) => [`a.${name}=1`, `unknown param: ${name} (one of ${names})`]),
  ])("%s is reported, and what is right stays", (entry, message) => {
    const {params, errors} = readLink(table, "a", `#a.rate=0.5&${entry}&a.locked=fast`);
    expect(errors).toEqual([message]);
    expect(params.rate).toBe(0.5);
  });

  test("numbers in every decimal spelling", () => {
    for (const text of ["0.5", ".5", "5e-1", "5E-1", "0.50"])
      expect(readLink(table, "a", `#a.rate=${text}`).params).toEqual({rate: 0.5});
  });

  test("writing keeps anchors, locks and other experiments as they are written", () => {
    const hash = "#the-loss&a.locked=rate,count&b.shape=x%20y&a.rate=0.7&a.gone=1&ab.rate=2";
    const values = {...defaultParams(table), shape: "a,b & c"} as Params;
    expect(writeLink(table, "a", values, hash)).toBe(
      "#the-loss&a.locked=rate,count&b.shape=x%20y&ab.rate=2&a.shape=a%2Cb%20%26%20c",
    );
    expect(writeLink(table, "a", defaultParams(table), "#a.rate=0.7")).toBe("");
    expect(writeLink(table, "a", defaultParams(table), "#the-loss")).toBe("#the-loss");
  });
});
