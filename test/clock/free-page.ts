import type {Page} from "playwright";
import {describe} from "vitest";
import {drawAndWait} from "../../bench/draw-and-wait.js";
import {type MainThread, watchMainThread} from "../../bench/main-thread.js";
import {experiments} from "../../src/experiments/index.js";
import {ExperimentPage, type Open, pageOf} from "../browser/experiment-page.js";
import {browserTest, expect} from "../browser/harness.js";
import {drawWithMouse} from "../browser/pad.js";

/**
 * How long the page's main thread is busy at a time while models train: one visit a page, its experiments in turn. All times are
 * those of the processor, and the limit is longer where the machine is slower, or slowed by others.
 */

/** What keeps a page from answering, in ms, on a machine that does the standard work in `standardMs`. */
const limit = 50;
const standardMs = 30;

const shownOn = (path: string) => Object.values(experiments).filter(({id}) => pageOf(id) === path);
const pages = [...new Set(Object.keys(experiments).map(pageOf))].sort();

/** The pages with experiments in two parts that take about as long, for two files that run side by side. */
export const halves = {
  even: pages.filter((_, place) => place % 2 === 0),
  odd: pages.filter((_, place) => place % 2 === 1),
};

/** A page where nothing but training is to be seen at work, with `ExperimentPage`s of its experiments. */
async function openQuiet(open: Open, path: string) {
  const params = shownOn(path).map(({id, fewSteps}) => [id, {maxSteps: fewSteps}]);
  const address = ExperimentPage.addressOf(path, Object.fromEntries(params));
  const page = await open(address, {viewport: {width: 1440, height: 900}});
  await page.waitForLoadState("networkidle");
  return page;
}

/** The same sums everywhere: how long they take tells how fast the thread is now. */
function standardWork(): number {
  let sum = 0;
  for (let i = 1; i < 3e7; i++) sum += 1 / i;
  return sum;
}

/** How many times as long as planned the page's main thread takes for the same work now; at least once. */
async function slowness(page: Page): Promise<number> {
  const {tasks} = await watchMainThread(page, async () => {
    for (let i = 0; i < 3; i++) await page.evaluate(standardWork);
  });
  return Math.max(1, tasks[1]! / standardMs);
}

/** Does `work`, in which the main thread must have been free. What comes before, and after the machine was looked at, is `begin`. */
async function staysFree(
  page: Page,
  what: string,
  work: () => Promise<void>,
  begin = async () => {},
): Promise<MainThread> {
  const before = await slowness(page);
  await begin();
  const seen = await watchMainThread(page, work);
  const most = limit * Math.max(before, await slowness(page));
  // How many there are goes by how long the work takes: on a fast machine a short run has few.
  expect(seen.tasks.length, `${what}: tasks that the trace has seen`).toBeGreaterThan(5);
  for (const times of [seen.ownTasks, seen.collections])
    expect(
      times.filter((ms) => ms > most),
      `${what}: above ${most} ms`,
    ).toEqual([]);
  return seen;
}

async function reach(page: Page, id: string): Promise<ExperimentPage> {
  const part = new ExperimentPage(page, id);
  await part.root.scrollIntoViewIfNeeded();
  await part.picturesShown();
  await expect.poll(() => isStill(part)).toBe(true);
  return part;
}

/** Whether all that an experiment shows has come, and found its place. */
async function isStill(part: ExperimentPage): Promise<boolean> {
  const heights = await part.heights();
  await part.page.waitForTimeout(500);
  return new Set(await heights()).size === 1;
}

async function trains(part: ExperimentPage, meanwhile = async () => {}): Promise<void> {
  const work = async () => {
    await meanwhile();
    await part.until("done");
  };
  await staysFree(part.page, part.id, work, async () => {
    await part.press("Train");
    await part.untilStep(5);
  });
}

/** Tests that the main thread of each page is free, and that nothing moves, while each model trains. */
export function testMainThread(paths: readonly string[]): void {
  describe.each(paths)("the main thread on %s", (path) => {
    browserTest("is free, and nothing moves, while each model trains", async ({open}) => {
      const page = await openQuiet(open, path);
      for (const {id} of shownOn(path)) {
        const part = await reach(page, id);
        const heights = await part.heights();
        await trains(part);
        expect([...new Set(await heights())], `heights of ${id}`).toHaveLength(1);
        await afterwards[id]?.(part);
      }
    });
  });
}

/** What else must leave the page free. */
const afterwards: Readonly<Record<string, (part: ExperimentPage) => Promise<void>>> = {
  "gan-plane": writesItsFilm,
  "digit-classifier": answersWhatIsDrawn,
};

async function writesItsFilm(part: ExperimentPage): Promise<void> {
  await part.openTab("Save and share");
  // By key: where a mouse is to press, Playwright itself keeps the page busy.
  await part.root.getByRole("button", {name: "Film (GIF)"}).focus();
  await staysFree(part.page, "a film", async () => {
    await part.saved("Film (GIF)", () => part.page.keyboard.press("Enter"));
  });
}

/** While it trains again, and afterwards, in little time for each drawing. */
async function answersWhatIsDrawn(part: ExperimentPage): Promise<void> {
  const {page} = part;
  await part.openTab("Draw a digit");
  await part.press("Reset");
  await trains(part, () => drawWithMouse(page));
  const count = 24;
  const {tasks, workersMs} = await staysFree(page, "answers", async () => {
    await page.evaluate(drawAndWait, count);
  });
  const all = tasks.reduce((sum, ms) => sum + ms, workersMs);
  expect(all / count, "ms for an answer").toBeLessThanOrEqual(limit * (await slowness(page)));
}
