import {expect, test} from "vitest";
import {vocabularyOf} from "../../lib/datasets/vocabulary.js";
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
