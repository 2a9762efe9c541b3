import {readdirSync} from "node:fs";
import type {Page} from "playwright";
import type {Verdict} from "../../lib/grading/verdict.js";
import {dist} from "./harness.js";

/** A page of the site that does not judge by itself. */
export const anyPage = "about";

export const slug = "softmax-cross-entropy";

type Judging = typeof import("../../src/exercise/judging.js");

/** What the page's evaluated functions find in `globalThis`. */
export interface WithJudging {
  readonly judging: Judging;
}

/** Lets `page` have the site's `judging.js`, whatever its hash, as a lesson with an exercise has. */
export async function withJudging(page: Page): Promise<Page> {
  const folder = "_import/exercise/";
  const name = readdirSync(dist + folder).find((file) => /^judging\.\w+\.js$/.test(file));
  if (!name) throw new Error(`missing in dist: ${folder}judging.*.js`);
  // As a text, because vitest would make something else of the import.
  await page.evaluate(
    `import("/from-noise/${folder}${name}").then((judging) => void Object.assign(globalThis, {judging}))`,
  );
  return page;
}

/** What the site's judge says of `code`. */
export function judgedInPage(page: Page, code: string, seed = 3): Promise<Verdict> {
  return page.evaluate(
    ([slug, code, seed]) =>
      (globalThis as unknown as WithJudging).judging.runTests(slug, code, {seed}),
    [slug, code, seed] as const,
  );
}

/** Code that exports `double`, made an answer to the exercise: each of its functions is `double`. */
export function asAnswer(code: string): string {
  const names = ["softmax", "crossEntropy", "crossEntropyGradient"];
  return `${code}\nexport {${names.map((name) => `double as ${name}`).join(", ")}};`;
}
