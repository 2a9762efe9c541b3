import {readdirSync} from "node:fs";
import type {Page} from "playwright";
import type {Verdict} from "../../lib/grading/verdict.js";
import {dist} from "./harness.js";

/** A page of the site that does not grade by itself. */
export const anyPage = "about";

export const slug = "softmax-cross-entropy";

type Grading = typeof import("../../src/exercise/grading.js");

/** What the page's evaluated functions find in `globalThis`. */
export interface WithGrading {
  readonly grading: Grading;
}

/** Lets `page` have the site's `grading.js`, whatever its hash, as a lesson with an exercise has. */
export async function withGrading(page: Page): Promise<Page> {
  const folder = "_import/exercise/";
  const name = readdirSync(dist + folder).find((file) => /^grading\.\w+\.js$/.test(file));
  if (!name) throw new Error(`missing in dist: ${folder}grading.*.js`);
  // As a text, because vitest would make something else of the import.
  await page.evaluate(
    `import("/from-noise/${folder}${name}").then((grading) => void Object.assign(globalThis, {grading}))`,
  );
  return page;
}

/** What the site's grader says of `code`. */
export function gradedInPage(page: Page, code: string, seed = 3): Promise<Verdict> {
  return page.evaluate(
    ([slug, code, seed]) =>
      (globalThis as unknown as WithGrading).grading.runTests(slug, code, {seed}),
    [slug, code, seed] as const,
  );
}

/** Code that exports `double`, made an answer to the exercise: each of its functions is `double`. */
export function asAnswer(code: string): string {
  const names = ["softmax", "crossEntropy", "crossEntropyGradient"];
  return `${code}\nexport {${names.map((name) => `double as ${name}`).join(", ")}};`;
}
