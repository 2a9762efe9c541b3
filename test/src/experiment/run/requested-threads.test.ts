import {expect, test} from "vitest";
import {requestedThreads} from "../../../../src/experiment/run/requested-threads.js";

test.each([
  ["", {}],
  ["?backend=wasm", {}],
  ["?threads=1", {count: 1}],
  ["?backend=wasm&threads=16", {count: 16}],
])("the address %j asks for %o", (search, asked) => {
  expect(requestedThreads(search)).toEqual(asked);
});

test.each(["0", "17", "2.5", "", "many", "x".repeat(40)])("“%s” threads can't be", (text) => {
  const {count, note} = requestedThreads(`?threads=${text}`);
  expect(count).toBeUndefined();
  expect(note).toContain(`for “${text.slice(0, 20)}`);
  expect(note).toContain("a whole number from 1 to 16");
  expect(note!.length).toBeLessThan(160);
});
