import {existsSync, readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {parseQuestions, type Question} from "../../../src/exercise/recall-questions.js";
import {chapterText} from "../../lessons/chapter-text.js";

const chapters = readdirSync("lessons").filter((name) => existsSync(`lessons/${name}/recall.json`));
const read = (chapter: string) =>
  parseQuestions(JSON.parse(readFileSync(`lessons/${chapter}/recall.json`, "utf8")));

describe.each(chapters)("the recall questions of %s", (chapter) => {
  const questions = read(chapter);
  const text = chapterText(chapter);

  it("are four or more, and all of them in the text", () => {
    expect(questions.length).toBeGreaterThanOrEqual(4);
    const used = [...text.matchAll(/\brecall\("([\w-]+)"\)/g)].map(([, id]) => id);
    expect(used.toSorted()).toEqual(questions.map(({id}) => id).toSorted());
  });

  it("teach with every answer", () => {
    for (const {id, answers} of questions) {
      for (const {why} of answers) expect(why.length, id).toBeGreaterThan(40);
      expect(new Set(answers.map(({why}) => why)).size, id).toBe(answers.length);
    }
  });
});

it("the right answers stand in every place, and are not told by their length", () => {
  const questions = chapters.flatMap(read);
  const place = ({answers}: Question) => answers.findIndex(({isRight}) => isRight);
  expect(new Set(questions.map(place))).toEqual(new Set([0, 1, 2]));
  const isLongest = ({answers}: Question) =>
    answers.every(
      ({text, isRight}) => isRight || text.length < answers.find((a) => a.isRight)!.text.length,
    );
  expect(questions.filter(isLongest).length).toBeLessThan(questions.length * 0.6);
});

it("every question of the course has a name of its own", () => {
  const ids = chapters.flatMap(read).map(({id}) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe("a file of questions", () => {
  const answer = {text: "a", right: true, why: "b"};
  const question = {id: "x", question: "q", answers: [answer, {...answer, right: false}]};

  it("is read as it is", () => {
    expect(parseQuestions({questions: [question]})).toEqual([
      {
        id: "x",
        question: "q",
        answers: [
          {text: "a", isRight: true, why: "b"},
          {text: "a", isRight: false, why: "b"},
        ],
      },
    ]);
  });

  it.each([
    ["a list", [], "invalid recall.json: [] (an object)"],
    ["no question", {questions: []}, "invalid questions: [] (a list of at least 1)"],
    [
      "a question twice",
      {questions: [question, question]},
      'invalid questions: "x" (each id once)',
    ],
    [
      "a name with a space",
      {questions: [{...question, id: "a b"}]},
      'invalid questions[0].id: "a b" (a name like mode-collapse)',
    ],
    [
      "two right answers",
      {questions: [{...question, answers: [answer, answer]}]},
      'invalid questions[0].answers: "2 right" (exactly one right answer)',
    ],
    [
      "no reason",
      {questions: [{...question, answers: [answer, {...answer, why: " "}]}]},
      'invalid questions[0].answers[1].why: " " (a text)',
    ],
    [
      "a misspelt field",
      {questions: [{...question, answers: [answer, {...answer, rigth: false}]}]},
      "unknown field of questions[0].answers[1]: rigth (one of text, right, why)",
    ],
  ])("with %s is refused", (_, json, message) => {
    expect(() => parseQuestions(json)).toThrow(message);
  });
});
