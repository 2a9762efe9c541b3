import {describe, expect, test} from "vitest";
import {bagsOf, vocabularyOf, wordsOf} from "../../../lib/datasets/vocabulary.js";

test("words of a text: lower case, each once, without little words and single letters", () => {
  expect(wordsOf("Face with the Red Hat, red-hat: o’clock 30 · Grüner Käfer à l’œil")).toEqual([
    ...["face", "red", "hat", "clock", "30", "grüner", "käfer", "œil"],
  ]);
  expect(wordsOf("\u{1F34E} <b> !")).toEqual([]);
  expect(wordsOf("cafe\u0301")).toEqual(["café"]);
});

describe("vocabularyOf", () => {
  const captions = [
    ["red", "car", "automobile", "vehicle"],
    ["red", "apple", "fruit", "cars"],
    ["blue", "car", "vehicle", "vehicles"],
    ["zzz"],
  ];
  const vocabulary = vocabularyOf(captions);

  test("words of two captions or more, with their counts, the commonest first", () => {
    expect(vocabulary.words).toEqual(["car", "red", "vehicle"]);
    expect(vocabulary.counts).toEqual([3, 2, 2]);
  });

  test("a plural stands for its singular, and a word that occurs once for the rarest beside it", () => {
    expect(vocabulary.indexOf("cars")).toBe(0);
    expect(vocabulary.synonyms.get("automobile")).toBe("red");
    expect(vocabulary.synonyms.get("vehicles")).toBe("vehicle");
    expect(vocabulary.indexOf("zzz")).toBeUndefined();
    expect(vocabulary.indexOf("aeroplane")).toBeUndefined();
  });

  test("bags have 1 for each word that is known, itself or by its synonym", () => {
    expect([...bagsOf([["car", "vehicles", "unheard"], []], vocabulary)]).toEqual([
      1, 0, 1, 0, 0, 0,
    ]);
  });
});
