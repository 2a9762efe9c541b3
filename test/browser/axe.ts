import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Page} from "playwright";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe calls serious or critical, with the first elements. Of all its rules, unless `rules` names some. */
export async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  return page.evaluate(async (rules) => {
    const {axe} = globalThis as unknown as {axe: Axe};
    // Of what is in order, axe then tells one element, and spares itself the selectors of the others.
    const {violations} = await axe.run(document, {
      resultTypes: ["violations"],
      ...(rules && {runOnly: rules}),
    });
    return violations
      .filter(({impact}) => impact === "serious" || impact === "critical")
      .map(
        ({id, nodes}) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`)
            .join(" | ")}`,
      );
  }, rules);
}

interface Axe {
  run(
    context: Document,
    options: {readonly resultTypes: readonly ["violations"]; readonly runOnly?: readonly string[]},
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly impact: string;
      readonly nodes: readonly {readonly html: string; readonly failureSummary: string}[];
    }[];
  }>;
}
