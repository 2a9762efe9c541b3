/**
 * From navigation to the first picture that moves, on the built page in Chromium with nothing in its cache: the figure shows its first step. And what
 * was fetched until then, compressed as a host would, and how far what was there has shifted.
 */
import {gzipSync} from "node:zlib";
import type {Page} from "playwright";
import {type FirstSeen, watchFirst} from "../first-seen.js";
import type {Part, Row} from "../part.js";
import {onSitePage} from "../site-page.js";
import {round, summary} from "../summary.js";

const visits = 5;
const budget = {seconds: 3, kB: 400} as const;
const pages = {home: "", "The first picture": "lessons/01-introduction/the-first-picture"};
const windows = {desk: {width: 1440, height: 900}, phone: {width: 360, height: 740}};

export const first: Part = {
  title: "The first picture",
  async measure(say) {
    const rows: Row[] = [];
    for (const [page, address] of Object.entries(pages))
      for (const [window, size] of Object.entries(windows)) {
        say(`${page}, ${window}`);
        rows.push({page, window, ...(await rowOf(address, size))});
      }
    return [
      {
        title: "From navigation to the first moving picture",
        rows,
        note: `Budget ${budget.seconds} s and ${budget.kB} kB. Of ${visits} visits with nothing in the cache, a browser each; server and browser on one machine. Text: first contentful paint. kB: all that was fetched until then, compressed, fonts included. Shift: Chromium's sum of layout shifts.`,
      },
    ];
  },
};

interface Visit extends FirstSeen {
  readonly textMs: number;
  readonly bytes: number;
}

async function rowOf(address: string, size: {width: number; height: number}): Promise<Row> {
  const seen: Visit[] = [];
  for (let i = 0; i < visits; i++)
    seen.push(
      await onSitePage(address, visitOf, async (page) => {
        await page.setViewportSize(size);
        await page.addInitScript(watchFirst);
      }),
    );
  const {medianMs} = summary(seen.map(({movedMs}) => movedMs));
  return {
    "text ms": summary(seen.map(({textMs}) => textMs)).medianMs,
    "moving ms": medianMs,
    "most ms": round(Math.max(...seen.map(({movedMs}) => movedMs))),
    kB: round(Math.max(...seen.map(({bytes}) => bytes)) / 1000),
    shift: round(Math.max(...seen.map(({shift}) => shift)), 3),
  };
}

async function visitOf(page: Page): Promise<Visit> {
  await page.waitForFunction(
    () => (globalThis as unknown as {firstSeen: FirstSeen}).firstSeen.movedMs > 0,
  );
  const {urls, ...seen} = await page.evaluate(() => ({
    ...(globalThis as unknown as {firstSeen: FirstSeen}).firstSeen,
    textMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    urls: [location.href, ...performance.getEntriesByType("resource").map(({name}) => name)],
  }));
  const sizes = await Promise.all([...new Set(urls)].map(sentBytes));
  return {...seen, bytes: sizes.reduce((sum, size) => sum + size, 0)};
}

async function sentBytes(url: string): Promise<number> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  return Math.min(bytes.length, gzipSync(bytes).length);
}
