import {describe, expect, test} from "vitest";
import type {Judgement} from "../../../lib/questions/judgement.js";
import {judgementFile} from "../../../lib/questions/judgement-file.js";
import {readFile} from "../../../src/judging/pooling.js";

const judged = (n: number): Judgement => ({
  ...{at: new Date(Date.UTC(2026, 10, 28, 12, 0, n)).toISOString(), left: "real"},
  ...{right: "gan-digits", choice: "left"},
});
const file = (text: string, size = text.length) => ({name: "a.json", size, text: async () => text});
const text = (found: number) =>
  judgementFile(
    {"real-or-made": Array.from({length: found}, (_, i) => judged(i)), ranking: []},
    "2026-11-28T13:00:00.000Z",
  );

describe("a dropped file", () => {
  test("counts with the sittings that were finished", async () => {
    const {answers, words} = await readFile(file(text(45)));
    expect(answers!["real-or-made"]).toHaveLength(40);
    expect(words).toBe("40 answers, the real one found in 40 of 40");
    expect((await readFile(file(text(19)))).words).toBe("no sitting that was finished");
  });

  test("that is broken, foreign or too large is left out with its reason", async () => {
    expect(await readFile(file("{"))).toEqual({
      name: "a.json",
      words:
        "left out, it is no file of judgements, or not the whole of one. Choose a file that this page has saved, unchanged.",
    });
    expect((await readFile(file("[]"))).words).toMatch(
      /^left out, invalid file: \[\] \(an object\)\./,
    );
    expect((await readFile(file("", 6_000_000))).words).toBe(
      "left out, it is too large (at most 5 MB)",
    );
    const unreadable = {...file(""), text: () => Promise.reject(new Error("gone"))};
    expect((await readFile(unreadable)).words).toContain("left out, gone");
  });
});
