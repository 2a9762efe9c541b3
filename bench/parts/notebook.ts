/**
 * A notebook while it is written, with few cells and with many: its main thread while somebody types, and how long it takes from the keys that
 * run a light cell until what it shows is there.
 */
import type {Page} from "playwright";
import {notebookOf} from "../../src/notebook/notebook.js";
import {writeLink} from "../../src/notebook/notebook-link.js";
import {watchMainThread} from "../main-thread.js";
import type {Part, Row} from "../part.js";
import {onSitePage} from "../site-page.js";
import {round, summary} from "../summary.js";

const sizes = [20, 200];
const keys = 60;
const edits = 10;
/** A cell needs the one so many places before it. */
const apart = 10;
/** As a fast writer types. */
const keyEveryMs = 60;

export const notebook: Part = {
  title: "A notebook while it is written",
  async measure(say) {
    const rows: Row[] = [];
    for (const size of sizes) {
      const link = await linkOf(size);
      const row = await onSitePage(`notebook#shared=${link}`, (page) => notebookRow(page, size));
      say(JSON.stringify(row));
      rows.push(row);
    }
    const note = `${keys} keys, one in ${keyEveryMs} ms, in a cell in the middle, every editor made, all cells run. Tasks: processor time of the main thread, by Chromium's trace; a task should stay below 50 ms. To shown: by the clock, the median of ${edits} edits of a cell that one other needs, from Shift and Enter until that other shows it.`;
    return [{title: "A notebook while it is written", rows, note}];
  },
};

/** Cells of seven lines. */
export function linkOf(size: number): Promise<string> {
  const needed = (i: number) => (i >= apart ? `x${i - apart}` : "0");
  const text = (i: number) =>
    [
      `/** The ${i}th step of some sum, with words around it as code has them. */`,
      `function step${i}(values: readonly number[]): number {`,
      "  const sum = values.reduce((all, value) => all + value, 0);",
      "  return sum / Math.max(1, values.length);",
      "}",
      `display(step${i}([${needed(i)}]));`,
      `const x${i} = ${needed(i)} + ${i}`,
    ].join("\n");
  const cells = Array.from({length: size}, (_, i) => ({kind: "code", text: text(i)}) as const);
  return writeLink(notebookOf("Many cells", cells));
}

export async function notebookRow(page: Page, size: number): Promise<Row> {
  await page.setViewportSize({width: 1440, height: 900});
  const cells = page.locator(".cells > li");
  await page.getByRole("button", {name: "Run all"}).click();
  await page.waitForFunction(
    (count) => document.querySelectorAll('.cell[data-state="done"]').length === count,
    size,
    {timeout: 120_000},
  );
  await everyEditor(page, size);
  const middle = cells.nth(size / 2);
  await middle.scrollIntoViewIfNeeded();
  await middle.locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  const type = async () => {
    for (let k = 0; k < keys; k++) {
      await page.keyboard.press(k % 6 === 0 ? "Space" : "sumxy"[k % 5]!);
      await page.waitForTimeout(keyEveryMs);
    }
    await page.waitForTimeout(1000); // it is kept a little later
  };
  await page.keyboard.type("\n//");
  const first = await watchMainThread(page, () => page.keyboard.press("m"));
  const comment = await watchMainThread(page, type);
  await page.keyboard.type("\nconst more = 1 + ");
  const {tasks, layoutMs} = await watchMainThread(page, type);
  const light = size / 4;
  await cells.nth(light).scrollIntoViewIfNeeded();
  await cells.nth(light).locator(".cm-content").click();
  await page.keyboard.press("Control+End");
  const shown: number[] = [];
  const rerun = await watchMainThread(page, async () => {
    for (let k = 0; k < edits; k++) shown.push(await editToShown(page, light));
  });
  const all = (list: readonly number[]) => list.reduce((sum, ms) => sum + ms, 0);
  return {
    cells: size,
    "first key, longest ms": round(first.tasks[0] ?? 0),
    "longest ms": round(tasks[0] ?? 0),
    "in a comment, longest ms": round(comment.tasks[0] ?? 0),
    "ms a key": round(all(tasks) / keys),
    "layout ms a key": round(layoutMs / keys),
    "to shown ms": summary(shown).medianMs,
    "run, longest ms": round(rerun.tasks[0] ?? 0),
    "run, ms": round(all(rerun.tasks) / edits),
  };
}

/** As after reading through all of it: editors come when their cells do. */
async function everyEditor(page: Page, size: number): Promise<void> {
  for (let at = 0; at < size; at += 4) {
    await page.locator(".cells > li").nth(at).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 1);
    await page.waitForTimeout(30);
  }
  await page.waitForTimeout(1000);
}

/** Adds a digit to the cell at `index` and runs it. Ms by the clock. */
async function editToShown(page: Page, index: number): Promise<number> {
  await page.evaluate((other) => {
    const place = document.querySelectorAll(".cells > li")[other]!.querySelector(".cell-shown")!;
    const shown = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve(performance.now());
      }).observe(place, {subtree: true, childList: true, characterData: true});
    });
    const pressed = new Promise<number>((resolve) =>
      addEventListener(
        "keydown",
        ({key, shiftKey}) => key === "Enter" && shiftKey && resolve(performance.now()),
        {capture: true},
      ),
    );
    const took = Promise.all([pressed, shown]).then(([from, to]) => to - from);
    Object.assign(globalThis, {took});
  }, index + apart);
  await page.keyboard.type("1");
  await page.keyboard.press("Shift+Enter");
  return page.evaluate(() => Reflect.get(globalThis, "took") as Promise<number>);
}
