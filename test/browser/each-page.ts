import {gzipSync} from "node:zlib";
import type {Page} from "playwright";
import {describe} from "vitest";
import {experiments} from "../../src/experiments/index.js";
import {readCourse} from "../../tools/course.mjs";
import {axeViolations} from "./axe.js";
import {pageOf} from "./experiment-page.js";
import {brokenFocus} from "./focus.js";
import {figureNames} from "./gallery-page.js";
import {browserTest, expect} from "./harness.js";
import {pages} from "./site-pages.js";
import {expectSeenAtOnce, windows} from "./stage-view.js";

/** Pages that draw a first picture while nobody has touched them, with a network and what it has learned from. */
const withFirstPicture = ["", "lessons/01-introduction/the-first-picture"];

/** Bytes. The gallery shows every figure at once, so its share is by the figure; the progress page asks the questions of all chapters. */
const most = (path: string) => {
  if (path === "gallery") return 4000 * figureNames.length;
  if (path === "progress") return 20_000 * chapterCount;
  return withFirstPicture.includes(path) ? 400_000 : 170_000;
};

const chapterCount = readCourse().length;

/** What must hold of each page: one visit to a page for all. */
export function testPages(paths: readonly string[]): void {
  describe.each(paths)("page /%s", testPage);
}

/** The pages in two parts that take about as long, for two files that run side by side. */
export const halves = {
  even: pages.filter((_, place) => place % 2 === 0),
  odd: pages.filter((_, place) => place % 2 === 1),
};

const withExperiments = new Set(Object.keys(experiments).map(pageOf));

function testPage(path: string): void {
  // The first of those that look at the page, since it asks what is loaded while nobody has touched it.
  browserTest(
    `weighs at most ${most(path) / 1000} kB before anybody touches it`,
    async ({look}) => {
      const sizes = Object.entries(await transferSizes(await look(path)));
      const counted = isHome(path) ? sizes : sizes.filter(([url]) => !url.endsWith(".woff2"));
      const total = counted.reduce((sum, [, size]) => sum + size, 0);
      expect(total, heaviest(counted)).toBeLessThanOrEqual(most(path));
    },
  );

  // Before the window's size is changed.
  if (withFirstPicture.includes(path))
    browserTest("moves nothing while it loads", async ({look}) => {
      expect(await layoutShift(await look(path))).toBeLessThan(0.005);
    });

  if (withExperiments.has(path))
    for (const window of windows)
      browserTest(
        `shows picture, run bar, time and dials at once, at ${window.width} px`,
        async ({look}) => {
          const {width, height} = window;
          await expectSeenAtOnce(await look(path, {viewport: {width, height}}), window);
        },
      );

  browserTest("fits its window", async ({look}) => {
    for (const width of [360, 768, 1440]) {
      const page = await look(path, {viewport: {width, height: 900}});
      expect(await tooWide(page), `sticks out at ${width} px`).toEqual([]);
    }
  });

  // By day at a desk only the colours can differ from the other two: the list of pages stands there too, and figures are drawn otherwise.
  browserTest("passes axe, by day and in the dark", async ({look}) => {
    const sized = (width: number) => ({viewport: {width, height: 900}});
    const phone = await look(path, sized(360));
    expect(await axeViolations(phone), "axe at 360 px").toEqual([]);
    const desk = await look(path, sized(1440));
    expect(await axeViolations(desk, ["color-contrast"]), "colours by day").toEqual([]);
    const dark = await look(path, {colorScheme: "dark", ...sized(1440)});
    expect(await axeViolations(dark), "axe at 1440 px").toEqual([]);
  });

  browserTest("has a language, a title and headings in order", async ({look}) => {
    const page = await look(path);
    expect(await page.getAttribute("html", "lang")).toBe("en");
    expect(await page.title()).toMatch(/From Noise/);
    const levels = await page.$$eval("main :is(h1,h2,h3,h4,h5,h6)", (headings) =>
      headings.map((heading) => Number(heading.tagName[1])),
    );
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.forEach((level, i) => {
      expect(level, `heading ${i + 1}`).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  browserTest("links only to what is there", async ({look, site}) => {
    const page = await look(path);
    const links = await page.$$eval("a[href]", (all) =>
      all.map((a) => (a as HTMLAnchorElement).href.replace(/#.*/, "")),
    );
    const local = [...new Set(links.filter((link) => link.startsWith(site)))];
    expect(local.length).toBeGreaterThan(0);
    for (const link of local) expect(await statusOf(link), link).toBe(200);
    expect(
      links.filter(
        (link) => new URL(link).origin === new URL(site).origin && !link.startsWith(site),
      ),
    ).toEqual([]);
  });

  browserTest("is within reach of the keyboard, with visible focus", async ({look}) => {
    expect(await brokenFocus(await look(path))).toEqual({unreached: [], invisible: []});
  });
}

/** The first page counts with its fonts; later ones find most of them in the cache, and text does not wait for them. */
const isHome = (path: string) => path === "";

/** The sum of how far what was there has been pushed about, as Chromium scores it: 1 is the whole window by its height. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0;
    await new Promise<void>((resolve) => {
      const add = (list: {getEntries(): PerformanceEntryList}) => {
        for (const entry of list.getEntries()) sum += (entry as unknown as {value: number}).value;
      };
      new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
      setTimeout(resolve, 50);
    });
    return sum;
  });
}

/** Elements that reach beyond the window's right edge, when the page scrolls sideways because of them. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [
      `page: ${scrollWidth} px in ${clientWidth} px`,
      ...wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 100)),
    ];
  });
}

/** The ten largest, a line each. */
function heaviest(sizes: readonly [url: string, size: number][]): string {
  const lines = sizes.toSorted((a, b) => b[1] - a[1]).map(([url, size]) => `${size} ${url}`);
  return [`${sizes.length} files, the largest:`, ...lines.slice(0, 10)].join("\n");
}

/** Bytes of the page and all it has loaded, as a host that compresses would send them. */
async function transferSizes(page: Page): Promise<Record<string, number>> {
  const urls = await page.evaluate(() => [
    location.href,
    ...performance.getEntriesByType("resource").map(({name}) => name),
  ]);
  const sizes: Record<string, number> = {};
  for (const url of new Set(urls)) sizes[new URL(url).pathname] = await sizeOf(url);
  return sizes;
}

/** Pages have most of their files and links in common, and the site is the same for all of them. */
const sizeOf = once(async (url) => {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  return Math.min(bytes.length, gzipSync(bytes).length);
});

const statusOf = once(async (url) => (await fetch(url)).status);

/** `ask`, but for each address only when it is first asked for. */
function once<T>(ask: (url: string) => Promise<T>): (url: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (url) => {
    const known = answers.get(url) ?? ask(url);
    answers.set(url, known);
    return known;
  };
}
