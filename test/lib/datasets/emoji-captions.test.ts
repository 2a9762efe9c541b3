import {describe, expect, test} from "vitest";
import {
  captionText,
  captionWords,
  type EmojiCaption,
  emojiCaptions,
  packCaptions,
} from "../../../lib/datasets/emoji-captions.js";

const robin: EmojiCaption = {
  code: "1F426",
  category: "bird",
  colours: [
    ["blue", 0.6],
    ["white", 0.2],
    ["black", 0.1],
  ],
  isHeldOut: false,
  said: {
    en: {name: "bird", tags: ["tweet", "wing of a bird"]},
    de: {name: "Vogel", tags: ["Flügel"]},
    fr: {name: "oiseau", tags: []},
  },
};

test("a caption is made of name, tags, kind, the wider kind, and the colours that one sees", () => {
  expect(captionWords(robin, "en")).toEqual(["bird", "tweet", "wing", "animal", "blue", "white"]);
  expect(captionWords(robin, "de")).toEqual(["vogel", "flügel", "tier", "blau", "weiß"]);
  expect(captionText(robin, "fr")).toBe("oiseau: bleu blanc oiseau");
});

describe("the file", () => {
  test("is read as it was packed", () => {
    expect(emojiCaptions(packCaptions([robin, robin]))).toEqual([robin, robin]);
  });

  test.each([
    ["category", "spaceship"],
    ["colours", []],
    ["colours", [["mauve", 0.5]]],
    ["colours", [["red", 2]]],
    ["isHeldOut", "no"],
    ["code", 1],
    ["said", {en: robin.said.en}],
    ["said", {...robin.said, de: {name: "Vogel", tags: [1]}}],
  ])("is refused with another %s: %j", (field, value) => {
    const wrong = {...robin, [field]: value} as EmojiCaption;
    expect(() => emojiCaptions(packCaptions([robin, wrong]))).toThrow(
      "invalid caption: number 1 of 2",
    );
  });

  test("is refused where it is no list", () => {
    expect(() => emojiCaptions(new TextEncoder().encode("{}"))).toThrow("no list");
  });
});
