import {expect, it} from "vitest";
import {blocksOf, spansOf} from "../../../src/exercise/plain-markdown.js";

it("paragraphs and lists are told apart, and broken lines are whole", () => {
  expect(blocksOf("One\nline.\n\n- a\n  b\n- c\n\nEnd\n")).toEqual([
    "One line.",
    ["a b", "c"],
    "End",
  ]);
});

it("code, emphasis and strong words are marked; a lone star is not", () => {
  expect(spansOf("Take `a * b` and *all* of **it**: 2 * 3")).toEqual([
    ["", "Take "],
    ["`", "a * b"],
    ["", " and "],
    ["*", "all"],
    ["", " of "],
    ["**", "it"],
    ["", ": 2 * 3"],
  ]);
});
