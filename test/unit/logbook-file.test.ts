import {describe, expect, it} from "vitest";
import type {Logbook} from "../../src/storage/logbook.js";
import {logbookFile, parseLogbook} from "../../src/storage/logbook-file.js";

const at = "2026-11-25T12:00:00.000Z";
const logbook: Logbook = {
  work: {
    "gan-losses": {
      draft: {text: "export const a = 1;", revision: "x-1", at},
      versions: [{text: "a", why: "run", at, outcome: "1 of 5 points"}],
    },
  },
  results: {
    "gan-losses": {
      state: "correct",
      points: 5,
      maxPoints: 5,
      attempts: 2,
      firstAt: at,
      lastAt: at,
      solvedAt: at,
      solutionSeenAt: at,
    },
  },
  recalls: {"cross-entropy-zero": [{at, right: true}]},
  guesses: {"digit-classifier.testAccuracy": {values: [null, 10, 92.5], at, seenAt: at}},
};

type Plain = Record<string, Record<string, unknown>>;

/** The file with one thing changed. */
function changed(change: (file: Plain) => void): string {
  const file = JSON.parse(logbookFile(logbook, at)) as Plain;
  change(file);
  return JSON.stringify(file);
}

describe("a logbook's file", () => {
  it("holds the logbook, and gives it back", () => {
    expect(parseLogbook(logbookFile(logbook, at))).toEqual(logbook);
  });

  it("gives no undo history back: it may be anything", () => {
    const text = changed(({work}) =>
      Object.assign((work!["gan-losses"] as Plain).draft!, {history: 1}),
    );
    expect(parseLogbook(text)).toEqual(logbook);
  });

  it("of the time before guesses were kept is taken in", () => {
    const text = changed((file) => delete file.guesses);
    expect(parseLogbook(text)).toEqual({...logbook, guesses: {}});
  });

  it.each([
    ["no JSON", "hello", 'invalid file: "hello" (JSON that this course has exported)'],
    ["a list", "[]", "invalid file: [] (an object)"],
    ["another format", changed((f) => Object.assign(f, {format: "x"})), 'invalid format: "x"'],
    ["a newer version", changed((f) => Object.assign(f, {version: 2})), "invalid version: 2 (1)"],
    ["no work", changed((f) => delete f.work), "invalid work: undefined (an object)"],
    [
      "a draft that is no text",
      changed(({work}) => Object.assign((work!["gan-losses"] as Plain).draft!, {text: 7})),
      "invalid work.gan-losses.draft.text: 7 (a text)",
    ],
    [
      "an unknown reason",
      changed(({work}) =>
        Object.assign((work!["gan-losses"] as {versions: object[]}).versions[0]!, {why: "fun"}),
      ),
      'invalid work.gan-losses.versions[0].why: "fun" (one of run, reset',
    ],
    [
      "more points than there are",
      changed(({results}) => Object.assign(results!["gan-losses"] as object, {points: 6})),
      "invalid results.gan-losses.points: 6 (a whole number from 0 to 5)",
    ],
    [
      "an unknown state",
      changed(({results}) => Object.assign(results!["gan-losses"] as object, {state: "running"})),
      'invalid results.gan-losses.state: "running" (one of incorrect,',
    ],
    [
      "no date",
      changed(({recalls}) =>
        Object.assign((recalls!["cross-entropy-zero"] as object[])[0]!, {at: "soon"}),
      ),
      'invalid recalls.cross-entropy-zero[0].at: "soon" (a date like',
    ],
    [
      "a name that is none",
      changed((f) => Object.assign(f.results!, {"<b>": {}})),
      'invalid results: "<b>" (names like',
    ],
    [
      "a guess that is no number",
      changed(({guesses}) =>
        Object.assign(guesses!["digit-classifier.testAccuracy"] as object, {values: ["9"]}),
      ),
      'invalid guesses.digit-classifier.testAccuracy.values[0]: "9" (a number, or null)',
    ],
    [
      "a guess of nothing",
      changed((f) => Object.assign(f.guesses!, {accuracy: {}})),
      'invalid guesses: "accuracy" (names like digit-classifier.testAccuracy)',
    ],
  ])("with %s is refused", (_, text, message) => {
    expect(() => parseLogbook(text)).toThrow(message);
    expect(() => parseLogbook(text)).toThrow(RangeError);
  });
});
