import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {expect, it} from "vitest";
import {chapters, exerciseOrder} from "../../../src/progress/chapters.js";
import {stateOf} from "../../../src/progress/done-table.js";
import {inOrder, type Offer, strengths, strengthsText} from "../../../src/progress/strengths.js";
import {exerciseFolders} from "../../../tools/exercise/folders.js";

const at = "2026-11-25T12:00:00Z";
const exercise = (slug: string, chapter: string, maxPoints: number) =>
  ({slug, chapter, title: slug, kind: "code", maxPoints}) as const;
const question = (id: string, chapter: string) => ({id, chapter, question: "?", answers: []});
const offer: Offer = {
  chapters: {one: "First", two: "Second", three: "Empty"},
  exercises: [exercise("a", "one", 5), exercise("b", "one", 8), exercise("c", "two", 3)],
  questions: [question("p", "one"), question("q", "one"), question("r", "two")],
};
const result = (points: number) =>
  ({state: "partly", points, maxPoints: 9, attempts: 1, firstAt: at, lastAt: at}) as const;

it("points and recalled questions are summed by chapter", () => {
  const all = strengths(offer, {
    results: {a: result(2), c: result(9), gone: result(1)},
    recalls: {
      p: [{at, right: true}],
      q: [
        {at, right: true},
        {at, right: false},
      ],
    },
  });
  expect(all.map(({chapter: _, ...rest}) => rest)).toEqual([
    {title: "First", points: 2, maxPoints: 13, recalled: 1, questions: 2},
    {title: "Second", points: 3, maxPoints: 3, recalled: 0, questions: 1},
  ]);
  expect(strengthsText(all)).toBe(
    "First: 2 of 13 points in exercises, 1 of 2 questions recalled. Second: 3 of 3 points in exercises, 0 of 1 questions recalled.",
  );
});

it("the table says what was solved alone, and what after a look at the solution", () => {
  expect(stateOf(undefined)).toBe("not tried yet");
  const solved = {...result(9), state: "correct", solvedAt: at} as const;
  expect(stateOf(solved)).toBe("✓ correct");
  expect(stateOf({...solved, solutionSeenAt: "2026-11-25T11:00:00Z"})).toBe(
    "correct, solution seen",
  );
  expect(stateOf({...solved, claimed: true})).toBe("✓ correct, from a file");
});

it.each(Object.entries(chapters))("%s is called as its page is", (folder, title) => {
  expect(readFileSync(`lessons/${folder}/index.md`, "utf8")).toContain(`\n# ${title}\n`);
});

it("exercises are listed as the course sets them, one that it doesn't set at the end", () => {
  const slugs = (order: string[]) => inOrder(offer.exercises, order).map(({slug}) => slug);
  expect(slugs(["c", "a", "b"])).toEqual(["c", "a", "b"]);
  expect(slugs(["b", "c"])).toEqual(["b", "c", "a"]);
  const all = exerciseFolders().map((folder) => basename(folder));
  expect(exerciseOrder.toSorted()).toEqual(all.toSorted());
});
