import {expect, it} from "vitest";
import {type PageParts, pageState, type Reached} from "../../../src/progress/page-state.js";

const at = "2026-11-28T12:00:00Z";
const parts: PageParts = {experiments: ["plane"], exercises: ["sums"], questions: ["why"]};
const nothing: Reached = {results: {}, recalls: {}, trained: new Set()};
const result = (state: "correct" | "partly") =>
  ({state, points: 1, maxPoints: 2, attempts: 1, firstAt: at, lastAt: at}) as const;
const answered = {why: [{at, right: false}]};
const trained = new Set(["plane"]);
const solved = {sums: result("correct")};

it.each<[string, string | undefined, PageParts, Partial<Reached>]>([
  ["nothing was tried", "not begun", parts, {}],
  ["what was done is another page's", "not begun", parts, {trained: new Set(["digits"])}],
  ["an exercise is partly right", "begun", parts, {results: {sums: result("partly")}}],
  ["a question is answered", "begun", parts, {recalls: answered}],
  ["an answer was taken back", "not begun", parts, {recalls: {why: []}}],
  ["a run is kept", "begun", parts, {trained}],
  ["no exercise is solved", "begun", parts, {recalls: answered, trained}],
  [
    "one is partly right and the rest is done",
    "begun",
    parts,
    {results: {sums: result("partly")}, recalls: answered, trained},
  ],
  ["all is done", "done", parts, {results: solved, recalls: answered, trained}],
  ["all that there is is done", "done", {...parts, exercises: []}, {recalls: answered, trained}],
  ["there is nothing to do", undefined, {experiments: [], exercises: [], questions: []}, {trained}],
])("when %s, a page is %s", (_, state, page, reached) => {
  expect(pageState(page, {...nothing, ...reached})).toBe(state);
});
