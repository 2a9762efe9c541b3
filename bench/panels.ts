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
/** What is measured of the stage. Of the dials the first counts, as in test/browser/stage-view.ts. */
const parts = {
  picture: '[data-part="picture"]',
  "run bar": '[data-part="run"]',
  time: '[data-part="time"]',
  dial: '[data-part="dials"] .param',
};
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
      const places = await experiment.root.evaluate(placesOf, parts);
      const fetched = await whatIsFetched(page, () => experiment.press("Train"));
      const start = performance.now();
      await experiment.untilStep(1);
      const seconds = (performance.now() - start) / 1000;
      return {...places, "first step s": round(seconds, 2), ...(await fetched())};
    },
    (page) => page.setViewportSize(viewport),
  );
}

/** Runs in the page, so no function in it has a name: px from the picture's top to the end of each part, and the height of all. */
function placesOf(root: Element, selectors: Readonly<Record<string, string>>) {
  root.scrollIntoView({block: "start", behavior: "instant"}); // a picture that stays in sight is then where it belongs
  const {top} = root.querySelector('[data-part="picture"]')!.getBoundingClientRect();
  const ends = Object.entries(selectors).map(([name, selector]) => [
    name,
    Math.round(root.querySelector(selector)!.getBoundingClientRect().bottom - top),
  ]);
  return {...Object.fromEntries(ends), height: Math.round(root.getBoundingClientRect().height)};
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
