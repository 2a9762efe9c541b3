import type {Page} from "playwright";
import type {Experiment} from "../../lib/training/experiment.js";
import {experiments} from "../../src/experiments/index.js";
import {expect} from "./harness.js";

/**
 * Windows in which picture, run bar, time and the first dial of each experiment must be seen at once, in CSS pixels, and how tall a whole
 * experiment may be there with its first tab open.
 */
export const windows = [
  {width: 360, height: 780, tallest: 1970},
  {width: 1440, height: 900, tallest: 1480},
];
/** Two rows of test faces, each above what is drawn of it, at three times their size. */
const taller: Readonly<Record<string, number>> = {"vae-faces": 200};

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

/** Expects picture, run bar, time and the first dial of each experiment on the page in one window, and the room that was kept for them taken. */
export async function expectSeenAtOnce(
  page: Page,
  {width, height: windowHeight, tallest}: (typeof windows)[number],
): Promise<void> {
  const places = await partsInView(page);
  const isPhone = width < 800;
  for (const {id, height} of await heights(page))
    expect(height, `${id} is ${height} px tall`).toBeLessThanOrEqual(
      tallest + (isPhone ? 0 : (taller[id] ?? 0)),
    );
  expect(outOfRoom(places, isPhone ? "phone" : "desk")).toEqual([]);
  const order = places.slice(0, 4).map(({part}) => part);
  const first = isPhone ? ["picture", "run"] : ["run", "picture"];
  expect(order, "the Tab key's order, which is the eye's").toEqual([...first, "time", "dials"]);
  const topOf = (name: string) => places.find(({part}) => part === name)!.top;
  expect(topOf(first[0]!)).toBeLessThan(topOf(first[1]!));
  for (const {id, part, top, bottom} of places) {
    expect(top, `${id}: ${part} begins at ${top}`).toBeGreaterThanOrEqual(-1);
    expect(bottom, `${id}: ${part} ends at ${bottom}`).toBeLessThanOrEqual(windowHeight);
  }
  expect(new Set(places.map(({part}) => part))).toEqual(
    new Set(["picture", "run", "time", "dials"]),
  );
}
