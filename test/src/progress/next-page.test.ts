import {expect, it} from "vitest";
import type {KnownPage} from "../../../src/course/course-page.js";
import {nextPage} from "../../../src/progress/next-page.js";

const pageOf = (name: string, experiments: readonly string[] = [name]): KnownPage => ({
  ...{name, path: `lessons/${name}`, title: name, description: "", minutes: 5},
  ...{experiments, exercises: [], questions: [`${name}-why`]},
});
const pages = [pageOf("a"), pageOf("read", []), pageOf("b"), pageOf("c")];
const at = "2026-11-29T12:00:00Z";

it.each<
  [done: readonly string[], begun: readonly string[], next: string | undefined, isBegun: boolean]
>([
  [[], [], undefined, false],
  [[], ["a"], "a", true],
  [["a"], [], "read", false],
  [["a"], ["b"], "b", true],
  [["b"], ["a"], "c", false],
  [["c"], ["a"], undefined, false],
])("with %o done and %o begun, the next page is %s", (done, begun, name, isBegun) => {
  const recalls = Object.fromEntries(done.map((each) => [`${each}-why`, [{at, right: true}]]));
  const reached = {results: {}, recalls, trained: new Set([...done, ...begun])};
  const found = nextPage(pages, reached);
  expect(found && [found.page.name, found.isBegun]).toEqual(name && [name, isBegun]);
});
