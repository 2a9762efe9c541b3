import {expect, test} from "vitest";
import {Remembered} from "../../lib/remembered.js";

test("a result is computed once for its key, and again for another", async () => {
  const remembered = new Remembered<number>();
  let computed = 0;
  const at = (key: string | number) => remembered.of(key, async () => ++computed);
  expect(await Promise.all([at(1), at(1)])).toEqual([1, 1]);
  expect(await at(2)).toBe(2);
  expect(await at("2")).toBe(3);
  expect(await at(1)).toBe(4); // only the last one is kept
});
