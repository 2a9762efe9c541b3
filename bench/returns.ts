/**
 * How far, in px, a reader is from where they were after a reload or with Back: tries on pages and at places drawn with a seed, on a desk and on a
 * phone in turn; on every third one experiment of the page has been trained before.
 *
 *     npx tsx bench/returns.ts [tries] [seed]
 */
import type {Page} from "playwright";
import {Random} from "../lib/random.js";
import {experiments} from "../src/experiments/index.js";
import {ExperimentPage} from "../test/browser/experiment-page.js";
import {distanceFrom, readTo, settled, wordsInView} from "../test/browser/reading-place.js";
import {readCourse} from "../tools/course.mjs";
import type {Row} from "./part.js";
import {onSitePage} from "./site-page.js";
import {round} from "./summary.js";

const most = 100;
const [tries = 20, seed = 1] = process.argv.slice(2).map(Number);
const random = new Random(seed);
const pages = readCourse().flatMap((chapter) => chapter.pages.slice(1));
const sizes = [
  {width: 1440, height: 900},
  {width: 360, height: 780},
];
const ways = ["reload", "back"] as const;

const rows: (Row & {readonly px: number})[] = [];
await onSitePage("about", async (first) => {
  for (let i = 0; i < tries; i++) {
    const {path, experiments: ids} = pages[random.integer(pages.length)]!;
    const trained = i % 3 === 2 ? ids[0] : undefined;
    const address = new URL(`../from-noise/${addressOf(path, trained)}`, first.url()).href;
    const viewport = sizes[i % 2]!;
    const asked = {share: 0.05 + 0.9 * random.uniform(), trained, way: ways[(i >> 1) % 2]!};
    const page = await first.context().browser()!.newPage({viewport});
    await page.goto(address);
    const px = await oneReturn(page, asked);
    await page.close();
    const row = {page: path, "at %": round(100 * asked.share), px: round(px), way: asked.way};
    rows.push({...row, width: viewport.width, trained: trained ?? ""});
    console.log(JSON.stringify(rows.at(-1)));
  }
});
console.table(rows);
console.log(`${rows.filter(({px}) => px <= most).length} of ${rows.length} within ${most} px`);

function addressOf(path: string, id: string | undefined): string {
  const small = {maxSteps: Math.min(20, id ? experiments[id]!.fewSteps : 20)};
  return ExperimentPage.addressOf(path, id ? {[id]: small} : {});
}

interface Try {
  readonly share: number;
  readonly trained: string | undefined;
  readonly way: (typeof ways)[number];
}

async function oneReturn(page: Page, {share, trained, way}: Try): Promise<number> {
  await settled(page);
  if (trained) {
    const experiment = new ExperimentPage(page, trained);
    await experiment.root.scrollIntoViewIfNeeded();
    await experiment.train();
  }
  await readTo(page, share);
  const before = await wordsInView(page);
  if (way === "reload") await page.reload();
  else {
    await page.goto(new URL("/from-noise/about", page.url()).href);
    await page.goBack();
  }
  await settled(page);
  await page.waitForTimeout(1000);
  return distanceFrom(page, before);
}
