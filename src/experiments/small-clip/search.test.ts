import {expect, test} from "vitest";
import {vocabularyOf} from "../../lib/datasets/vocabulary.js";
import {paramError} from "../../lib/params.js";
import {lineOf} from "./asked-line.js";
import {clipParams} from "./clip-params.js";
import {searchText, understood} from "./search.js";

const vocabulary = vocabularyOf([
  ["red", "car", "automobile", "zebra"],
  ["red", "car", "apple", "zebra"],
  ["apple", "fruit", "zebra"],
  ["fruit", "zebra"],
]);

test("words are known, known by another, or unknown with near ones", () => {
  const {known, unknown} = understood("Red automobile and a zbera", vocabulary);
  expect(known).toEqual([{word: "red"}, {word: "automobile", as: "red"}]);
  expect(unknown).toEqual([{word: "zbera", near: ["zebra"]}]);
});

test("what was understood is said, and what was not, by name", () => {
  expect(searchText(understood("red zbera xylophone", vocabulary))).toBe(
    "Understood: red. Not in any caption twice: zbera (perhaps zebra?), xylophone.",
  );
  expect(searchText(understood("<b>🍎</b> · !", vocabulary))).toContain("Type a word");
  expect(searchText(understood("", vocabulary))).toContain("Type a word");
});

test("of a very long text the first words are looked at", () => {
  const many = Array.from({length: 500}, (_, i) => `word${i}`).join(" ");
  expect(understood(many, vocabulary).unknown.length).toBe(20);
});

test("whatever is typed becomes a legal value", () => {
  const {query} = clipParams;
  for (const typed of ["red fruit", "a\u0007b\u2028c", `${"a".repeat(199)}🍎`, "x".repeat(10_000)])
    expect(paramError("query", query, lineOf(typed, query.most))).toBeUndefined();
  expect(lineOf("red fruit", query.most)).toBe("red fruit");
});
