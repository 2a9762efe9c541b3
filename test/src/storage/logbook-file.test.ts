import {describe, expect, it} from "vitest";
import {
  logbookFile,
  logbookParts,
  NoLogbook,
  parseLogbook,
} from "../../../src/storage/logbook-file.js";
import {at, logbook} from "./kept-entries.js";

const parse = (text: string) => parseLogbook(text, Date.parse(at));

type Plain = Record<string, Record<string, unknown>>;

/** The file with one thing changed. */
function changed(change: (file: Plain) => void): string {
  const file = JSON.parse(logbookFile(logbook, at)) as Plain;
  change(file);
  return JSON.stringify(file);
}

const many = (length: number) =>
  Object.fromEntries(Array.from({length}, (_, i) => [`exercise-${i}`, logbook.results.double]));

const refused: readonly (readonly [what: string, text: string, message: string | RegExp])[] = [
  ["no version", changed((f) => Object.assign(f, {version: "1"})), 'invalid version: "1" (1)'],
  [
    "150,000 versions",
    changed(({work}) => {
      const one = {text: "a", why: "run", at};
      Object.assign(work!.double as object, {versions: new Array(150_000).fill(one)});
    }),
    "invalid work.double.versions: 150000 items (at most 500)",
  ],
  [
    "a draft of 19 MB",
    changed(({work}) =>
      Object.assign((work!.double as Plain).draft!, {text: "x".repeat(19_000_000)}),
    ),
    "invalid work.double.draft.text: 19000000 characters (at most 1000000)",
  ],
  [
    "a value of 19 MB",
    changed(({work}) =>
      Object.assign((work!.double as Plain).draft!, {at: "x".repeat(19_000_000)}),
    ),
    /^invalid work\.double\.draft\.at: "x{50,60}\.\.\. \(a date like .*\)$/,
  ],
  [
    "versions of more characters than are kept",
    changed(({work}) => {
      const one = {text: "x".repeat(500_000), why: "run", at};
      Object.assign(work!.double as object, {versions: new Array(5).fill(one)});
    }),
    "invalid work.double.versions: 2500000 characters (at most 2000000)",
  ],
  ["too many entries", changed((f) => Object.assign(f, {results: many(6000)})), "at most 5000"],
  ...[
    ["hello 1", "a date like"],
    ["2026-11-25", "a date like"],
    ["2026-02-31T00:00:00Z", "a date like"],
    ["2099-01-01T00:00:00Z", "a date from 2020 until today"],
    ["1999-01-01T00:00:00Z", "a date from 2020 until today"],
    ["2026-11-25T11:59:59Z", "a date from 2026-11-25T12:00:00.000Z on"],
  ].map(
    ([lastAt, message]) =>
      [
        `a last attempt at ${lastAt}`,
        changed(({results}) => Object.assign(results!.double as object, {lastAt})),
        message!,
      ] as const,
  ),
  ...(
    [
      [{maxPoints: 10_001}, "a whole number from 0 to 10000"],
      [{state: "correct", points: 4}, 'state: "correct" (not with 4 of 5 points)'],
      [{state: "incorrect"}, 'state: "incorrect" (not with 5 of 5 points)'],
      [{attempts: 0}, "attempts: 0 (a whole number from 1 to 1000000)"],
      [{attempts: 1e9}, "attempts: 1000000000 (a whole"],
      [{solvedAt: undefined}, "solvedAt: undefined (a date like"],
      [{solvedAt: "2026-11-25T12:00:01Z"}, "to 2026-11-25T12:00:00.000Z)"],
      [{solutionSeenAt: "2026-11-25T11:00:00Z"}, "on)"],
      [{claimed: 1}, "claimed: 1 (true or false)"],
    ] as const
  ).map(
    ([change, message]) =>
      [
        `a result with ${JSON.stringify(change)}`,
        changed(({results}) => Object.assign(results!.double as object, change)),
        message,
      ] as const,
  ),
  ["no work", changed((f) => delete f.work), "invalid work: undefined (an object)"],
  [
    "a draft that is no text",
    changed(({work}) => Object.assign((work!.double as Plain).draft!, {text: 7})),
    "invalid work.double.draft.text: 7 (a text)",
  ],
  [
    "an unknown reason",
    changed(({work}) =>
      Object.assign((work!.double as {versions: object[]}).versions[0]!, {why: "fun"}),
    ),
    'invalid work.double.versions[0].why: "fun" (one of run, reset',
  ],
  [
    "more points than there are",
    changed(({results}) => Object.assign(results!.double as object, {points: 6})),
    "invalid results.double.points: 6 (a whole number from 0 to 5)",
  ],
  [
    "an unknown state",
    changed(({results}) => Object.assign(results!.double as object, {state: "running"})),
    'invalid results.double.state: "running" (one of incorrect,',
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
];

describe("a logbook's file", () => {
  it("holds the logbook, and gives it back", () => {
    expect(parse(logbookFile(logbook, at))).toEqual(logbook);
  });

  it("gives no undo history back: it may be anything", () => {
    const text = changed(({work}) => Object.assign((work!.double as Plain).draft!, {history: 1}));
    expect(parse(text)).toEqual(logbook);
  });

  it("of the time before guesses were kept, or damage was, is taken in", () => {
    const text = changed((file) => {
      delete file.guesses;
      delete file.asides;
    });
    expect(parse(text)).toEqual({...logbook, guesses: {}, asides: []});
  });

  it("is written an entry at a time, so that no part holds a page up", () => {
    const text = "x".repeat(100_000);
    const version = (i: number) => ({text: `${i}${text}`, why: "run", at}) as const;
    const work = {draft: {text, revision: "x-1", at}, versions: [0, 1, 2].map(version)};
    const many = Object.fromEntries(Array.from({length: 20}, (_, i) => [`exercise-${i}`, work]));
    const parts = [...logbookParts({...logbook, work: many}, at)];
    expect(parts.join("").length).toBeGreaterThan(20 * 400_000);
    expect(Math.max(...parts.map(({length}) => length))).toBeLessThan(401_000);
  });

  it("that holds no logbook says what to choose", () => {
    for (const text of [
      "hello",
      "[]",
      "null",
      "7",
      changed((f) => Object.assign(f, {format: "x"})),
    ]) {
      expect(() => parse(text)).toThrow(NoLogbook);
      expect(() => parse(text)).toThrow(
        "no progress file of this course. Choose one that its Export",
      );
    }
    const newer = changed((f) => Object.assign(f, {version: 2}));
    expect(() => parse(newer)).toThrow("newer version of the course. Reload this page");
  });

  it.each(refused)("with %s is refused", (_, text, message) => {
    expect(() => parse(text)).toThrow(message);
    expect(() => parse(text)).toThrow(RangeError);
  });
});
