/**
 * What a reader sees of each experiment at once, and how soon, on a phone and on a desk: how far below the top of its picture that ends,
 * and the run bar, the time and the first dial; how tall all of it is; seconds from a press on Train to the first step, and what that press fetches.
 *
 *     npx tsx bench/panels.ts [experiment …]
 *
 * The press comes on a page that has just loaded, in a browser that has fetched nothing else: as late as it can be. Bytes are as a server would
 * compress them.
 */
import {gzipSync} from "node:zlib";
import type {Page, Response} from "playwright";
import {experiments} from "../src/experiments/index.js";
import {ExperimentPage} from "../test/browser/experiment-page.js";
import {onSitePage} from "./site-page.js";
import {round} from "./summary.js";

const sizes = [
  {width: 360, height: 780},
  {width: 1440, height: 900},
];
const ids = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(experiments);

const rows = [];
for (const id of ids)
  for (const viewport of sizes) {
    const row = {experiment: id, width: viewport.width, ...(await measured(id, viewport))};
    console.log(JSON.stringify(row));
    rows.push(row);
  }
console.table(rows);

function measured(id: string, viewport: {readonly width: number; readonly height: number}) {
  return onSitePage(
    ExperimentPage.address(id),
    async (page) => {
      const experiment = new ExperimentPage(page, id);
      await experiment.root.scrollIntoViewIfNeeded();
      await experiment.picturesShown();
      await page.waitForLoadState("networkidle");
      const places = await experiment.root.evaluate(placesOf);
      const fetched = await whatIsFetched(page, () => experiment.press("Train"));
      const start = performance.now();
      await experiment.untilStep(1);
      const seconds = (performance.now() - start) / 1000;
      return {...places, "first step s": round(seconds, 2), ...(await fetched())};
    },
    (page) => page.setViewportSize(viewport),
  );
}

/** Runs in the page. Of the dials the first counts, as in test/browser/stage.test.ts. */
function placesOf(root: Element) {
  const boxOf = (selector: string) => root.querySelector(selector)!.getBoundingClientRect();
  const {top, bottom} = boxOf('[data-part="picture"]');
  const belowTop = (selector: string) => Math.round(boxOf(selector).bottom - top);
  return {
    picture: Math.round(bottom - top),
    "run bar": belowTop('[data-part="run"]'),
    time: belowTop('[data-part="time"]'),
    dial: belowTop('[data-part="dials"] .param'),
    height: Math.round(root.getBoundingClientRect().height),
  };
}

/** Counts what is fetched from `act` on, as files and bytes. */
async function whatIsFetched(page: Page, act: () => Promise<void>) {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await act();
  return async () => {
    const bodies = await Promise.all(responses.map((response) => response.body()));
    const bytes = bodies.map((body, i) =>
      responses[i]!.url().endsWith(".gz") ? body.length : gzipSync(body).length,
    );
    const sum = bytes.reduce((total, size) => total + size, 0);
    return {files: bodies.length, "kB gz": Math.round(sum / 1000)};
  };
}
