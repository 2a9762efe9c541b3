/**
 * How long a reader waits for the answer about a drawn digit: `digit-classifier` on the built page in Chromium, on wasm, from the
 * stroke's arrival at the pad until the table of probabilities has changed. Fitting and centring the drawing, the way to the worker
 * and back, and the network are in it.
 */
import type {Page} from "playwright";
import {drawAndWait} from "../draw-and-wait.js";
import type {Part} from "../part.js";
import {onSitePage} from "../site-page.js";
import {round, summary} from "../summary.js";

const budgetMs = 50;
const drawings = 40;
const address =
  "lessons/02-machine-learning/with-a-teacher?backend=wasm#digit-classifier.seed=7&digit-classifier.maxSteps=10";

export const drawing: Part = {
  title: "Drawing a digit",
  async measure(say) {
    const times = await onSitePage(address, timesInPage);
    const {medianMs} = summary(times);
    const [most, late] = [Math.max(...times), times.filter((ms) => ms > budgetMs).length];
    say(`median ${medianMs} ms, at most ${round(most)} ms`);
    return [
      {
        title: "digit-classifier answers about a drawing",
        rows: [
          {drawings, "median ms": medianMs, "most ms": round(most), [`above ${budgetMs} ms`]: late},
        ],
        note: `Budget ${budgetMs} ms. A network of default size on wasm, in the page, from the stroke to the changed table.`,
      },
    ];
  },
};

/** Ms of each of the drawings, in their order, once the network is there. */
async function timesInPage(page: Page): Promise<number[]> {
  const root = page.locator('[data-experiment="digit-classifier"]');
  await root.getByRole("button", {name: "Train", exact: true}).click();
  await page.waitForSelector('[data-experiment="digit-classifier"][data-status="done"]');
  await root.locator(".fig-pad").scrollIntoViewIfNeeded();
  return page.evaluate(drawAndWait, drawings);
}
