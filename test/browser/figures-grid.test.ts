import type {Page} from "playwright";
import {describe} from "vitest";
import type {ByteImages} from "../../lib/image.js";
import {
  countInputs,
  type Driven,
  figureValue,
  frames,
  openFigures,
  openOwnGallery,
  pixel,
  themeRgb,
} from "./gallery-page.js";
import {browserTest, expect} from "./harness.js";

describe("sample grid", () => {
  const sheet = "#sampleGrid .fig-sheet canvas";
  const list = "#sampleGrid [role=listbox]";

  /** 40 pictures; picture i is a checkerboard of black and 255 - i. */
  const checkerboards = (page: Page) =>
    page.$eval("#sampleGrid .fig", (figure) => {
      const side = 28;
      const data = Uint8Array.from({length: 40 * side * side}, (_, p) => {
        const place = p % (side * side);
        const dark = (place + Math.floor(place / side)) % 2 === 1;
        return dark ? 0 : 255 - Math.floor(p / (side * side));
      });
      const images: ByteImages = {data, shape: [40, side, side, 1]};
      const scores = Float32Array.from({length: 40}, (_, i) => i / 64);
      (figure as Driven).update({images, scores});
    });

  for (const [width, ratio] of [
    [1440, 1],
    [1440, 1.5],
    [360, 2],
    [360, 3],
  ] as const)
    browserTest(`has sharp pixels at ${width} px and ratio ${ratio}`, async ({open}) => {
      const viewport = {width, height: 900};
      const page = await openOwnGallery(open, {viewport, deviceScaleFactor: ratio});
      await checkerboards(page);
      await frames(page);
      const {colours, shown, drawn, scale} = await page.$eval(sheet, (element) => {
        const canvas = element as HTMLCanvasElement;
        const gap = Math.max(1, Math.round(3 * devicePixelRatio));
        const scale = Math.round(((canvas.width - gap) / 8 - gap) / 28);
        const {data} = canvas.getContext("2d")!.getImageData(gap, gap, 28 * scale, 28 * scale);
        return {
          colours: [...new Set(data.filter((_, i) => i % 4 === 0))].sort(),
          shown: canvas.getBoundingClientRect().width * devicePixelRatio,
          drawn: canvas.width,
          scale,
        };
      });
      expect(colours, "nothing between black and white").toEqual([0, 255]);
      expect(shown, "one canvas pixel per device pixel").toBeCloseTo(drawn, 1);
      expect(scale).toBeGreaterThanOrEqual(width === 1440 ? Math.floor(3 * ratio) : 2);
    });

  browserTest("chooses with the arrow keys and says what it chose", async ({look}) => {
    const page = await openFigures(look, {viewport: {width: 1440, height: 900}}, "sampleGrid");
    await checkerboards(page);
    const inputs = await countInputs(page, "sampleGrid");
    await page.focus(list);
    expect(await figureValue(page, "sampleGrid")).toBeUndefined();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
    expect(await figureValue(page, "sampleGrid")).toBe(9);
    expect(await inputs()).toBe(3);
    const active = await page.getAttribute(list, "aria-activedescendant");
    const option = page.locator(`#${active}`);
    expect(await option.getAttribute("aria-label")).toBe(
      "picture 10 of 40, the judge says 0.14 real",
    );
    expect(await page.locator(`${list} [aria-selected=true]`).count()).toBe(1);
    const captions = page.locator("#sampleGrid figcaption");
    expect(await captions.nth(0).textContent()).toBe("picture 10; the judge: 0.14 real");
    await expect
      .poll(() => captions.nth(1).textContent())
      .toBe("nearest training picture: shape 10, distance 5.10");
    expect(await page.textContent("#sampleGrid [aria-live]")).toBe(
      await captions.nth(1).textContent(),
    );
    const enlarged = "#sampleGrid .fig-plate canvas";
    expect(await pixel(page, enlarged, 0, 0)).toEqual([246, 246, 246]);
  });

  browserTest("enlarges what the pointer is on, and goes back to the choice", async ({look}) => {
    const page = await openFigures(look, {viewport: {width: 1440, height: 900}}, "sampleGrid");
    await checkerboards(page);
    const box = (await page.locator(list).boundingBox())!;
    const caption = page.locator("#sampleGrid figcaption").first();
    await page.mouse.click(box.x + 40, box.y + 40);
    expect(await figureValue(page, "sampleGrid")).toBe(0);
    await page.mouse.move(box.x + 3 * 87 + 40, box.y + 90 + 40);
    expect(await caption.textContent()).toBe("picture 12; the judge: 0.17 real");
    expect(await figureValue(page, "sampleGrid"), "pointing chooses nothing").toBe(0);
    await page.mouse.move(box.x - 20, box.y - 20);
    expect(await caption.textContent()).toBe("picture 1; the judge: 0.00 real");
  });

  browserTest("finds the nearest picture even while the pictures keep changing", async ({look}) => {
    const page = await openFigures(look, {viewport: {width: 1440, height: 900}}, "sampleGrid");
    await page.$eval("#sampleGrid .fig", (figure) => {
      const images = {data: new Uint8Array(40 * 784), shape: [40, 28, 28, 1]};
      setInterval(() => figure.isConnected && (figure as Driven).update({images}), 50);
    });
    await page.focus(list);
    await page.keyboard.press("End");
    await expect
      .poll(() => page.locator("#sampleGrid figcaption").nth(1).textContent())
      .toBe("nearest training picture: shape 40, distance 8.10");
  });

  browserTest("goes on with fewer pictures than the choice", async ({look}) => {
    const page = await openFigures(look, {}, "sampleGrid");
    await page.focus(list);
    await page.keyboard.press("End");
    await page.$eval("#sampleGrid .fig", (figure) => {
      const images = {data: new Uint8Array(784).fill(9), shape: [1, 28, 28, 1]};
      (figure as Driven).update({images});
    });
    await frames(page);
    expect(await page.locator("#sampleGrid figcaption").first().textContent()).toBe("picture 1");
    expect(await page.locator(`${list} [role=option]:visible`).count()).toBe(1);
  });

  browserTest("draws the judge's opinion as a bar of its length", async ({look}) => {
    const page = await openFigures(look, {viewport: {width: 1440, height: 900}}, "sampleGrid");
    await checkerboards(page);
    await frames(page);
    const [judge, rule] = [await themeRgb(page, "--judge"), await themeRgb(page, "--rule")];
    const row = 3 + 2 * (84 + 3 + 3);
    const column = 3 + 4 * 87;
    const y = row + 84 + 1;
    expect(await pixel(page, sheet, column + 25, y)).toEqual(judge);
    expect(await pixel(page, sheet, column + 27, y)).toEqual(rule);
  });

  browserTest("refuses pictures of another size by name", async ({look}) => {
    const page = await openFigures(look, {}, "sampleGrid");
    const message = await page.$eval("#sampleGrid .fig", (figure) => {
      const images = {data: new Uint8Array(32 * 32), shape: [1, 32, 32, 1]};
      try {
        (figure as Driven).update({images});
        return "accepted";
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toBe("RangeError: invalid picture size: 32 by 32 (28 by 28)");
  });
});

describe("pictures on their way out of noise", () => {
  browserTest("are gone through by hand, both sheets together", async ({look}) => {
    const page = await openFigures(look, {viewport: {width: 1440, height: 900}}, "denoisingSheet");
    const range = page.locator("#denoisingSheet input[type=range]");
    expect(await figureValue(page, "denoisingSheet")).toBe(4);
    await range.focus();
    await page.keyboard.press("Home");
    expect(await figureValue(page, "denoisingSheet")).toBe(0);
    expect(await range.getAttribute("aria-valuetext")).toBe("0 of 4");
    const colours = () =>
      Promise.all(
        ["noisy", "clean"].map((_, i) =>
          page.$$eval(
            "#denoisingSheet canvas",
            (canvases, at) => (canvases[at] as HTMLCanvasElement).toDataURL(),
            i,
          ),
        ),
      );
    await frames(page);
    const before = await colours();
    await page.keyboard.press("End");
    await frames(page);
    expect(await figureValue(page, "denoisingSheet")).toBe(4);
    const after = await colours();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after[0]).not.toBe(after[1]);
    expect(await page.textContent("#denoisingSheet output")).toBe("4 of 4");
  });

  browserTest("stay two pixels wide on a phone", async ({look}) => {
    const page = await openFigures(look, {viewport: {width: 360, height: 780}}, "denoisingSheet");
    await frames(page);
    const widths = await page.$$eval("#denoisingSheet canvas", (canvases) =>
      canvases.map((canvas) => (canvas as HTMLCanvasElement).clientWidth),
    );
    for (const width of widths) expect(width).toBeGreaterThanOrEqual(4 * 28);
  });
});
