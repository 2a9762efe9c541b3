import {describe, expect, it} from "vitest";
import {shownValue} from "../../lib/shown-value.js";

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

describe("a value in a message", () => {
  it.each([
    [undefined, "undefined"],
    [null, "null"],
    [Number.NaN, "NaN"],
    [7n, "7n"],
    [Symbol("a"), "Symbol(a)"],
    [() => 1, "a function"],
    ["two\nlines", '"two\\nlines"'],
    [[1, "a", []], '[1,"a",[]]'],
    [{a: {b: null}}, '{"a":{"b":null}}'],
    [new Date(0), "a Date"],
    [new Uint8Array(3), "a Uint8Array"],
    [new Blob(["x"]), "a Blob"],
  ])("%# is written as it is", (value, text) => {
    expect(shownValue(value)).toBe(text);
  });

  it.each([
    ["a long text", "x".repeat(19_000_000)],
    ["a long list", new Array(5_000_000).fill(1)],
    ["a long name", {["x".repeat(19_000_000)]: 1}],
    ["a cycle", cycle],
    ["many lists in lists", Array.from({length: 5000}).reduce((inner) => [inner], [])],
  ])("is short, were it %s", (_, value) => {
    const text = shownValue(value);
    expect(text.length).toBe(60);
    expect(text.endsWith("...")).toBe(true);
    expect(shownValue(value, 20).length).toBe(20);
  });

  it("looks at no more than it shows, and runs no getter", () => {
    let looks = 0;
    const list = new Proxy(new Array(1e6).fill(1), {
      get: (target, name, self) => {
        looks++;
        return Reflect.get(target, name, self);
      },
    });
    shownValue(list);
    expect(looks).toBeLessThan(200);
    const trap = {
      get own() {
        throw new Error("a getter ran");
      },
    };
    expect(shownValue(trap)).toBe('{"own":computed}');
  });

  it("moves no cursor and turns no writing round", () => {
    expect(shownValue("a\u009b2Jb\u202ec")).toBe('"a\\u{9b}2Jb\\u{202e}c"');
  });
});
