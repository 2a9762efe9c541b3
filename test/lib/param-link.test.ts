import {describe, expect, test} from "vitest";
import {linkFor, readLink, writeLink} from "../../lib/param-link.js";
import {
  defaultParams,
  type Param,
  type Params,
  type ParamTable,
  type ParamValue,
  parseParams,
} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import {inherited, names, table, tables} from "./params-example.js";

/** A value the param allows. */
function legal(param: Param, random: Random): ParamValue {
  if (param.kind === "switch") return random.integer(2) === 1;
  if (param.kind === "choice") return random.shuffle(Object.keys(param.options))[0]!;
  if (param.kind === "text")
    return random
      .shuffle([..."a 1&=#%+,ö🙂"])
      .slice(0, 4)
      .join("");
  const value = random.uniform(param.min, param.max);
  return Number.isInteger(param.step) ? Math.round(value) + 0 : value; // 0 and not -0, which is written as 0
}

function anyParams(of: ParamTable, random: Random): Params {
  return Object.fromEntries(
    Object.entries(of).map(([name, param]) => [name, legal(param, random)]),
  );
}

describe.each(tables)("%s", (_, params) => {
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
    ["a.=1", `unknown param: "" (one of ${names})`],
    ["a.locked=rate,speed", `unknown param in locked: speed (one of ${names})`],
    ["a.hidden=toString", `unknown param in hidden: toString (one of ${names})`],
    ["a.count=5&a.count=6", "repeated count: 6 (the first one counts: 5)"],
    ...inherited.map((name) => [`a.${name}=1`, `unknown param: ${name} (one of ${names})`]),
  ])("%s is reported, and what is right stays", (entry, message) => {
    const {params, errors} = readLink(table, "a", `#a.rate=0.5&${entry}&a.locked=fast`);
    expect(errors).toEqual([message]);
    expect(params.rate).toBe(0.5);
  });

  test("however long, are read, and complain of a few things", () => {
    const same = readLink(table, "a", `#a.rate=0.5&a.locked=${"speed,".repeat(70_000)}count`);
    expect(same.errors).toEqual([`unknown param in locked: speed (one of ${names})`]);
    expect(same).toMatchObject({params: {rate: 0.5}, locked: ["count"]});
    const others = Array.from({length: 20_000}, (_, i) => `a.p${i}=1`).join("&");
    const {errors, params} = readLink(table, "a", `#${others}&a.rate=0.5`);
    expect(errors).toHaveLength(9);
    expect(errors.at(-1)).toBe("and 19992 more like these");
    expect(params).toEqual({rate: 0.5});
    const [long, control] = ["x".repeat(140_000), "%1B%5B2J"].map((name) =>
      readLink(table, "a", `#a.${name}=1`).errors.join(),
    );
    expect(long!.length).toBeLessThan(200);
    expect(control).toContain('unknown param: "\\u001b[2J" (');
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
    expect(writeLink(table, "a", defaultParams(table), "#the-loss", ["rate"])).toBe(
      `#the-loss&a.rate=${table.rate.default}`,
    );
  });
});

describe("a link for others", () => {
  const seeded = {...table, seed: {...table.count, default: 7}};
  const params = {...defaultParams(seeded), rate: 0.5, shape: "a,b & c"} as Params;

  test("sets what is not the default, locks and hides, and is read as it was meant", () => {
    const wish = {params, locked: ["rate", "count"], hidden: ["fast"], withSeed: false};
    const hash = linkFor(seeded, "a", wish);
    expect(hash).toBe("#a.locked=rate,count&a.hidden=fast&a.rate=0.5&a.shape=a%2Cb%20%26%20c");
    expect(readLink(seeded, "a", hash)).toEqual({
      params: {rate: 0.5, shape: "a,b & c"},
      locked: ["rate", "count"],
      hidden: ["fast"],
      errors: [],
    });
  });

  test("names the seed when asked to, also where it is the default; otherwise never", () => {
    const open = {params: defaultParams(seeded) as Params, locked: [], hidden: []};
    expect(linkFor(seeded, "a", {...open, withSeed: true})).toBe("#a.seed=7");
    expect(linkFor(seeded, "a", {...open, withSeed: false})).toBe("");
    const other = {...open, params: {...open.params, seed: 3}};
    expect(linkFor(seeded, "a", {...other, withSeed: false})).toBe("");
  });
});
