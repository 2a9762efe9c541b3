import {describe, expect, test} from "vitest";
import {conditionOf, repeated} from "../../../lib/prompts/condition.js";
import {type Prompt, parsePrompt} from "../../../lib/prompts/parse-prompt.js";
import {promptTerms, thingsIn} from "../../../lib/prompts/prompt-terms.js";

const captions = [
  {name: ["red", "apple"], tags: ["fruit", "ripe"]},
  {name: ["green", "apple"], tags: ["fruit", "unripe"]},
  {name: ["automobile"], tags: ["car", "driving"]},
  {name: ["cherries"], tags: ["berries", "fruit"]},
  {name: ["dolphin"], tags: ["flipper", "ocean", "not", "of", "bs"]},
];
const known = promptTerms(["fruit", "vehicle", "sea animal"], ["red", "green", "blue"], captions);
const understood = (words: Prompt["wanted"]) => words.map(({term}) => term.name);
const parsed = (text: string) => {
  const {wanted, unwanted, unknown} = parsePrompt(text, known);
  return [understood(wanted), understood(unwanted), unknown.map(({said}) => said)];
};

test("terms are kinds, colours and things, each once and in that order", () => {
  const names = known.terms.map(({name}) => name);
  expect(names.slice(0, 6)).toEqual(["fruit", "vehicle", "sea animal", "red", "green", "blue"]);
  expect(names.slice(6)).toEqual(["apple", "automobile", "cherries", "dolphin"]);
  expect(known.terms.map(({column}) => column)).toEqual(names.map((_, i) => i));
});

test("a word of one caption only means that caption's thing", () => {
  expect(known.byWord.get("car")?.name).toBe("automobile");
  expect(known.byWord.get("ripe")?.name).toBe("apple");
  expect(thingsIn(captions[0]!, known).map(({name}) => name)).toEqual(["apple"]);
});

test.each([
  ["blue fruit", [["blue", "fruit"], [], []]],
  ["  A picture of the BLUE Fruits, please! ", [["blue", "fruit"], [], []]],
  ["two cars", [["automobile"], [], ["two"]]],
  ["a sea animal", [["sea animal"], [], []]],
  ["red sea animals", [["red", "sea animal"], [], []]],
  ["a cherry", [["cherries"], [], []]],
  ["apple, not red", [["apple"], ["red"], []]],
  ["not a red or blue apple", [["apple"], ["red", "blue"], []]],
  ["fruit without green nor red", [["fruit"], ["green", "red"], []]],
  ["blue blue BLUE", [["blue"], [], []]],
  ["", [[], [], []]],
  ["?!… --", [[], [], []]],
])("%s", (text, expected) => expect(parsed(text)).toEqual(expected));

test("an unknown word is told with near ones, nearest first, and means nothing", () => {
  const {wanted, unknown} = parsePrompt("a bleu frut", known);
  expect(wanted).toEqual([]);
  expect(unknown).toEqual([
    {said: "bleu", near: ["blue"]},
    {said: "frut", near: ["fruit"]},
  ]);
});

describe("whatever is typed gets an answer", () => {
  test("ten thousand characters", () => {
    expect(parsed("blue zebra ".repeat(909))).toEqual([["blue"], [], ["zebra"]]);
    const other = Array.from({length: 1500}, (_, i) => `w${i.toString(36)}`).join(" ");
    expect(parsePrompt(other, known).unknown).toHaveLength(1500);
    expect(parsePrompt("x".repeat(10_000), known).unknown[0]!.near).toEqual([]);
  });

  test.each([
    ["🍎 red 🚗", [["red"], [], ["🍎", "🚗"]]],
    ["تفاحة حمراء", [[], [], ["تفاحة", "حمراء"]]],
    ["\u202Ered\u202C fruit", [["red", "fruit"], [], []]],
    ["<b>red</b> <script>alert(1)</script>", [["red"], [], ["b", "script", "alert", "1"]]],
    ["rêd frúit", [["red", "fruit"], [], []]],
    ["constructor __proto__ toString", [[], [], ["constructor", "proto", "tostring"]]],
  ])("%s", (text, expected) => expect(parsed(text)).toEqual(expected));
});

test("a condition has a 1 in the column of each word, in each row", () => {
  const row = conditionOf(parsePrompt("blue fruit", known).wanted, known.terms.length);
  expect([...row]).toEqual([1, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  expect([...repeated(row, 2)]).toEqual([...row, ...row]);
});
