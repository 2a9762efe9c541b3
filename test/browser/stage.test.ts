import type {Page} from "playwright";
import {describe} from "vitest";
import type {Experiment} from "../../lib/training/experiment.js";
import {experiments} from "../../src/experiments/index.js";
import {pageOf} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/**
 * Windows in which picture, run bar, time and the first dial of each experiment must be seen at once, in CSS pixels, and how tall a whole
 * experiment may be there with its first tab open.
 */
const windows = [
  {width: 360, height: 780, tallest: 1970},
  {width: 1440, height: 900, tallest: 1480},
];
/** Two rows of test faces, each above what is drawn of it, at three times their size. */
const taller: Readonly<Record<string, number>> = {"vae-faces": 200};

const pages = [...new Set(Object.keys(experiments).map(pageOf))];

interface Place {
  readonly id: string;
  readonly part: string;
  readonly top: number;
  readonly bottom: number;
}

/** Of each experiment on the page, when its picture is at the top of the window. Of the dials the first counts. */
async function partsInView(page: Page): Promise<Place[]> {
  const ids = await page.$$eval("[data-experiment]", (all) =>
    all.map((one) => (one as HTMLElement).dataset.experiment!),
  );
  const places: Place[] = [];
  for (const id of ids) {
    const root = page.locator(`[data-experiment="${id}"]`);
    await root.scrollIntoViewIfNeeded();
    await root
      .locator('[data-part="picture"] :is(canvas, table, svg :is([d], circle, rect)):visible')
      .first()
      .waitFor();
    places.push(...(await root.evaluate(measureParts)));
  }
  return places;
}

function measureParts(root: Element): Place[] {
  const parts = [...root.querySelectorAll<HTMLElement>("[data-part]")];
  const stage = parts[0]!.parentElement!;
  scrollBy(0, stage.getBoundingClientRect().top);
  return parts.map((part) => {
    const seen = part.dataset.part === "dials" ? part.querySelector(".param")! : part;
    const {top, bottom} = seen.getBoundingClientRect();
    return {id: (root as HTMLElement).dataset.experiment!, part: part.dataset.part!, top, bottom};
  });
}

/** How far the main figure is from the room that was kept for it, by experiment. */
function outOfRoom(places: readonly Place[], width: "phone" | "desk") {
  const pictures = places.filter(({part}) => part === "picture");
  const differences = pictures.map(({id, top, bottom}) => {
    const {pictureHeights} = experiments[id] as Experiment;
    const padding = 8;
    return [
      id,
      Math.abs(bottom - top - padding - (pictureHeights?.[width] ?? bottom - top)),
    ] as const;
  });
  return differences.filter(([, difference]) => difference > 20);
}

/** The whole experiments of the page, as tall as they are. */
function heights(page: Page): Promise<{readonly id: string; readonly height: number}[]> {
  return page.$$eval("[data-experiment]", (all) =>
    all.map((one) => ({
      id: (one as HTMLElement).dataset.experiment!,
      height: (one as HTMLElement).offsetHeight,
    })),
  );
}

describe.each(pages)("%s", (path) => {
  for (const {tallest, ...viewport} of windows)
    browserTest(
      `shows picture, run bar, time and dials at once, at ${viewport.width} px`,
      async ({look}) => {
        const page = await look(path, {viewport});
        const places = await partsInView(page);
        for (const {id, height} of await heights(page))
          expect(height, `${id} is ${height} px tall`).toBeLessThanOrEqual(
            tallest + (viewport.width > 800 ? (taller[id] ?? 0) : 0),
          );
        expect(outOfRoom(places, viewport.width > 800 ? "desk" : "phone")).toEqual([]);
        const order = places.slice(0, 4).map(({part}) => part);
        const first = viewport.width < 800 ? ["picture", "run"] : ["run", "picture"];
        expect(order, "the Tab key's order, which is the eye's").toEqual([
          ...first,
          "time",
          "dials",
        ]);
        const topOf = (name: string) => places.find(({part}) => part === name)!.top;
        expect(topOf(first[0]!)).toBeLessThan(topOf(first[1]!));
        for (const {id, part, top, bottom} of places) {
          expect(top, `${id}: ${part} begins at ${top}`).toBeGreaterThanOrEqual(-1);
          expect(bottom, `${id}: ${part} ends at ${bottom}`).toBeLessThanOrEqual(viewport.height);
        }
        expect(new Set(places.map(({part}) => part))).toEqual(
          new Set(["picture", "run", "time", "dials"]),
        );
      },
    );
});

browserTest(
  "a picture stays in sight only where the window is tall enough, also when that alone changes",
  async ({look}) => {
    const page = await look(pageOf("gan-digits"), {viewport: windows[0]!});
    const stage = page.locator('[data-experiment="gan-digits"] .stage');
    await stage.scrollIntoViewIfNeeded();
    await stage.locator("canvas").first().waitFor();
    const stays = () => stage.evaluate((root) => root.hasAttribute("data-picture-stays"));
    await expect.poll(stays).toBe(true);
    await page.setViewportSize({width: 360, height: 400});
    await expect.poll(stays).toBe(false);
    await page.setViewportSize(windows[0]!);
    await expect.poll(stays).toBe(true);
  },
);

browserTest("one press on the first page leads to a button that trains", async ({open}) => {
  const page = await open("", {viewport: {width: 360, height: 780}});
  const start = page.getByRole("link", {name: "Train your first generator"});
  expect((await start.boundingBox())!.y).toBeLessThan(780);
  await start.click();
  const train = page
    .locator('[data-experiment="gan-digits"]')
    .getByRole("button", {name: "Train", exact: true});
  const bottom = async () => (await train.boundingBox())!.y + 36;
  await expect.poll(bottom).toBeLessThan(780);
  expect(await bottom()).toBeGreaterThan(0);
});
