import {BaseSequencer, type TestSpecification} from "vitest/node";

/** Test files that take longest, the longest first. One begun late would run alone at the end, with a core idle beside it. */
const longest = [
  "test/browser/experiments.test.ts",
  "test/browser/each-page-even.test.ts",
  "test/browser/each-page-odd.test.ts",
  "test/browser/pages.test.ts",
  "test/browser/graded-run.test.ts",
  "test/browser/without-scripts.test.ts",
  "test/src/experiments/experiment-contract.test.ts",
  "test/src/experiments/session-extremes.test.ts",
  "test/src/experiments/experiments-memory.test.ts",
  "test/lessons/exercises-mutants.test.ts",
  "test/lessons/exercises-content.test.ts",
  "test/tools/evidence/evidence.test.ts",
  "test/src/notebook/taken-apart.test.ts",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    return rest.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({moduleId}: TestSpecification): number {
  const place = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
  return place < 0 ? longest.length : place;
}
