import type {Page} from "playwright";
import {describe} from "vitest";
import {
  countInputs,
  type Driven,
  figureValue,
  frames,
  openFigures,
  pixel,
  see,
  themeRgb,
} from "./gallery-page.js";
import {browserTest, expect} from "./harness.js";

describe("pictures below their tokens", () => {
  browserTest(
    "are written turn by turn, each token with its part of the picture",
    async ({look}) => {
      const page = await openFigures(look, {viewport: {width: 1440, height: 900}}, "tokenSheet");
      await see(page, "tokenSheet");
      const range = page.locator("#tokenSheet input[type=range]");
      expect(await figureValue(page, "tokenSheet")).toBe(49);
      await range.focus();
      await page.keyboard.press("Home");
      expect(await figureValue(page, "tokenSheet")).toBe(0);
      await frames(page);
      const empty = await themeRgb(page, "--chance-soft");
      const {cell, gap} = await sheetSizes(page);
      const inMap = [gap + 5, gap + 5] as const;
      const inPicture = [gap + 5, 2 * gap + cell + 5] as const;
      const canvas = "#tokenSheet canvas";
      expect(await pixel(page, canvas, ...inMap)).toEqual(empty);
      expect(await pixel(page, canvas, ...inPicture)).toEqual(empty);
      await page.keyboard.press("ArrowRight");
      await frames(page);
      expect(await pixel(page, canvas, ...inMap)).not.toEqual(empty);
      expect(await pixel(page, canvas, ...inPicture)).not.toEqual(empty);
      // The token beside it is written in the next turn.
      expect(await pixel(page, canvas, gap + cell / 7 + 5, gap + 5)).toEqual(empty);
      expect(await range.getAttribute("aria-valuetext")).toBe("1 of 49");
      expect(await page.textContent("#tokenSheet output")).toBe("1 of 49");
    },
  );

  browserTest("play to the end, and what comes meanwhile leaves the turn", async ({look}) => {
    const page = await openFigures(look, {}, "tokenSheet");
    await see(page, "tokenSheet");
    await page.locator("#tokenSheet input[type=range]").focus();
    await page.keyboard.press("Home");
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
    await page.$eval("#tokenSheet .fig", (figure) => {
      const one = {data: new Uint8Array(784), shape: [1, 28, 28, 1]};
      const row = {data: Uint8Array.from({length: 49}, (_, i) => 1 + (i % 8)), shape: [1, 49]};
      const patches = {data: new Uint8Array(64 * 9), shape: [9, 8, 8, 1]};
      (figure as Driven).update({images: one, tokens: row, turns: row, patches});
    });
    expect(await figureValue(page, "tokenSheet")).toBe(3);
    await page.locator("#tokenSheet").getByRole("button", {name: "Play"}).click();
    await expect.poll(() => page.textContent("#tokenSheet output")).toBe("all written");
    expect(await figureValue(page, "tokenSheet")).toBe(8);
  });
});

describe("a codebook", () => {
  browserTest(
    "says how many entries are dead, and refuses another number of them",
    async ({look}) => {
      const page = await openFigures(look, {}, "codebookSheet");
      const label = await page.getAttribute("#codebookSheet .fig", "aria-label");
      expect(label).toMatch(/32 entries, 6 dead ones; the commonest is 30 % of all tokens/);
      const problem = await page.$eval("#codebookSheet .fig", (figure) => {
        try {
          const patches = {data: new Uint8Array(64), shape: [1, 8, 8, 1]};
          (figure as Driven).update({patches, shares: new Float32Array(1)});
        } catch (error) {
          return String(error);
        }
        return "";
      });
      expect(problem).toMatch(/invalid number of entries: 1 \(32\)/);
    },
  );
});

describe("erasing tokens", () => {
  const surface = "#tokenEraser [role=listbox]";
  const places = (page: Page) =>
    page.$eval("#tokenEraser .fig", (figure) =>
      [...((figure as Driven).value as Set<number>)].sort((a, b) => a - b),
    );
  const centre = async (page: Page, place: number) => {
    const box = (await page.locator(surface).boundingBox())!;
    const cell = box.width / 7;
    return [
      box.x + cell * ((place % 7) + 0.5),
      box.y + cell * (Math.floor(place / 7) + 0.5),
    ] as const;
  };

  browserTest(
    "by mouse: a stroke erases, and one that begins on an erased token puts back",
    async ({look}) => {
      const page = await openFigures(look, {}, "tokenEraser");
      await see(page, "tokenEraser");
      expect(await places(page)).toEqual([22, 23, 24, 29, 30, 31]);
      await page.mouse.move(...(await centre(page, 0)));
      await page.mouse.down();
      await page.mouse.move(...(await centre(page, 2)), {steps: 6});
      await page.mouse.up();
      expect(await places(page)).toEqual([0, 1, 2, 22, 23, 24, 29, 30, 31]);
      await page.mouse.move(...(await centre(page, 22)));
      await page.mouse.down();
      await page.mouse.move(...(await centre(page, 25)), {steps: 6});
      await page.mouse.up();
      expect(await places(page)).toEqual([0, 1, 2, 29, 30, 31]);
    },
  );

  browserTest(
    "by keys: arrows go to a token, Space erases it, Space again puts it back",
    async ({look}) => {
      const page = await openFigures(look, {}, "tokenEraser");
      await see(page, "tokenEraser");
      const inputs = await countInputs(page, "tokenEraser");
      await page.focus(surface);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Space");
      expect(await places(page)).toEqual([17, 22, 23, 24, 29, 30, 31]);
      const active = await page.getAttribute(surface, "aria-activedescendant");
      const cell = page.locator(`[id="${active}"]`);
      expect(await cell.getAttribute("aria-label")).toBe("row 3, column 4");
      expect(await cell.getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("Space");
      expect(await cell.getAttribute("aria-selected")).toBe("false");
      expect(await inputs()).toBe(2);
    },
  );

  browserTest("with buttons; one that is fixed takes nothing", async ({look}) => {
    const page = await openFigures(look, {}, "tokenEraser");
    await see(page, "tokenEraser");
    const press = (name: string) =>
      page.locator("#tokenEraser").getByRole("button", {name}).click();
    await press("Erase all");
    expect((await places(page)).length).toBe(49);
    await press("Put all back");
    expect(await places(page)).toEqual([]);
    await press("Erase the lower half");
    expect((await places(page))[0]).toBe(28);
    await page.$eval("#tokenEraser .fig", (figure) => {
      const picture = {data: new Uint8Array(784), shape: [1, 28, 28, 1]};
      (figure as Driven).update({picture, erased: [3], isFixed: true});
    });
    await page.mouse.click(...(await centre(page, 10)));
    expect(await places(page)).toEqual([3]);
    expect(await page.locator("#tokenEraser button").first().isDisabled()).toBe(true);
    expect(await page.getAttribute(surface, "aria-disabled")).toBe("true");
  });
});

/** Device pixels of a picture and between two, of a sheet of ten columns. */
function sheetSizes(page: Page): Promise<{cell: number; gap: number}> {
  return page.$eval("#tokenSheet canvas", (canvas) => {
    const gap = Math.max(1, Math.round(3 * devicePixelRatio));
    return {gap, cell: ((canvas as HTMLCanvasElement).width - gap) / 10 - gap};
  });
}
