import type {BrowserContextOptions, Page} from "playwright";
import {describe} from "vitest";
import type {NamedArrays} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {browserTest, expect, type Look} from "./harness.js";

type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>;
type LookAt = (path: string, how?: Look) => Promise<Page>;

/** What the tests call on a figure inside the page. */
interface Driven extends HTMLElement {
  value: unknown;
  update(data: unknown): void;
}

const names = [
  "sampleGrid",
  "sampleGridColour",
  "latentPlane",
  "picturePlates",
  "elboSplit",
  "lossCurves",
  "lossCurvesLog",
  "metricBand",
  "metricCount",
  "guessPlot",
  "guessPlotCompared",
  "sheetChoices",
  "coverageBars",
  "coverageBarsNamed",
  "latentWalk",
  "agreementBars",
  "pictureRow",
  "confusionMatrix",
  "confusionMatrixNamed",
  "mistakesSheet",
  "probabilityBars",
  "drawingPad",
  "paintingChoices",
  "paintReplay",
  "plane",
  "planePainting",
  "stepStages",
  "clusterPlane",
  "clusterPlaneRevealed",
  "clusterSheet",
  "contingencyTable",
  "picturePairs",
  "pairChooser",
  "shareBars",
  "timeline",
  "sideBySide",
];

/** The gallery with every figure as it comes. The page is the same for all tests; figures are made anew for each. */
async function openGallery(look: LookAt, how: Look = {}, renewed = names): Promise<Page> {
  const page = await look("gallery", how);
  await page.mouse.move(0, 0);
  for (const name of names) await page.waitForSelector(`#${name} .fig`);
  await page.evaluate(renewing(renewed));
  await frames(page);
  return page;
}

/** The gallery where these figures are as they come, and others as they were left. */
function openFigures(look: LookAt, how: Look, ...renewed: string[]): Promise<Page> {
  return openGallery(look, how, renewed);
}

/** Goes to the top and puts new figures in the place of those of these names. A string, so that no tool rewrites its `import`. */
const renewing = (renewed: readonly string[]) => `(async () => {
  const link = document.querySelector("link[href*='figures/gallery/index.']");
  const {gallery} = await import(link.href);
  scrollTo({top: 0, behavior: "instant"});
  for (const name of ${JSON.stringify(renewed)}) {
    const [figure, ...more] = document.querySelectorAll("#" + name + " .observablehq--block > *");
    if (!figure || more.length > 0) throw new Error("not one element in the cell of " + name);
    figure.replaceWith(gallery[name]());
  }
})()`;

/** The gallery in a window of its own, for what a window is opened with. */
async function openOwnGallery(open: Open, options: BrowserContextOptions): Promise<Page> {
  const page = await open("gallery", options);
  for (const name of names) await page.waitForSelector(`#${name} .fig`);
  await frames(page);
  return page;
}

/** Scrolls to a figure: one that nobody sees is not drawn. */
async function see(page: Page, name: string): Promise<void> {
  await page.locator(`#${name}`).scrollIntoViewIfNeeded();
  await frames(page);
}

/** As many animation frames as there are figures, and two: each frame draws at least one of those that asked for it, so
 * what was asked for has been drawn. */
function frames(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const count = document.querySelectorAll(".fig").length + 2;
    for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
  });
}

function figureValue(page: Page, name: string): Promise<unknown> {
  return page.$eval(`#${name} .fig`, (figure) => {
    const shown = (figure as Driven).value;
    return shown instanceof Float32Array ? Array.from(shown) : shown;
  });
}

/** Counts the "input" events of a figure from now on; returns how to read the count. */
async function countInputs(page: Page, name: string): Promise<() => Promise<number>> {
  await page.$eval(`#${name} .fig`, (figure) => {
    figure.setAttribute("data-inputs", "0");
    figure.addEventListener("input", () =>
      figure.setAttribute("data-inputs", String(Number(figure.getAttribute("data-inputs")) + 1)),
    );
  });
  return async () => Number(await page.getAttribute(`#${name} .fig`, "data-inputs"));
}

/** RGB of the canvas pixel at (x, y), in device pixels. Read off a copy: reading slows a canvas down. */
function pixel(page: Page, canvas: string, x: number, y: number): Promise<number[]> {
  return page.$eval(
    canvas,
    (element, at) => {
      const copy = document.createElement("canvas").getContext("2d")!;
      copy.drawImage(element as HTMLCanvasElement, -at[0]!, -at[1]!);
      return Array.from(copy.getImageData(0, 0, 1, 1).data.slice(0, 3));
    },
    [x, y],
  );
}

/** A theme colour as RGB. */
function themeRgb(page: Page, name: string): Promise<number[]> {
  return page.evaluate((property) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = `var(${property})`;
    const numbers = getComputedStyle(probe).color.match(/\d+/g)!.slice(0, 3).map(Number);
    probe.remove();
    return numbers;
  }, name);
}

function heights(page: Page): Promise<Record<string, number>> {
  return page.$$eval(".fig", (figures) =>
    Object.fromEntries(
      figures.map((figure) => [
        figure.parentElement!.closest("[id]")!.id,
        Math.round(figure.getBoundingClientRect().height * 100) / 100,
      ]),
    ),
  );
}

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

describe("loss curves", () => {
  const slider = "#lossCurves [role=slider]";
  const update = (page: Page, steps: number) =>
    page.$eval(
      "#lossCurves .fig",
      (figure, count) => {
        const discriminatorLoss = Float32Array.from({length: count}, (_, i) => 1 + i / 1000);
        const generatorLoss = Float32Array.from({length: count}, (_, i) => (i === 7 ? 90 : 2));
        (figure as Driven).update({curves: {discriminatorLoss, generatorLoss}, limit: 1000});
      },
      steps,
    );
  const values = (page: Page) => page.locator("#lossCurves .fig-value").allTextContents();

  browserTest("read exact values by arrow keys", async ({look}) => {
    const page = await openFigures(look, {}, "lossCurves");
    await update(page, 500);
    await page.focus(slider);
    for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowLeft"])
      await page.keyboard.press(key);
    expect(await figureValue(page, "lossCurves")).toBe(2);
    expect(await page.textContent("#lossCurves .fig-where")).toBe("step 2");
    expect(await values(page)).toEqual(["1.00", "2.00"]);
    expect(await page.getAttribute(slider, "aria-valuetext")).toBe(
      "step 2: discriminator loss 1.00, generator loss 2.00",
    );
    await page.keyboard.press("End");
    expect(await figureValue(page, "lossCurves")).toBe(500);
    expect(await values(page)).toEqual(["1.50", "2.00"]);
    await update(page, 600);
    await frames(page);
    expect(await figureValue(page, "lossCurves"), "at the end it follows the run").toBe(600);
    await page.keyboard.press("Escape");
    expect(await figureValue(page, "lossCurves")).toBeUndefined();
    expect(await page.locator("#lossCurves .fig-step-name").count()).toBe(0);
  });

  browserTest("name the step that is shown elsewhere, at its place", async ({look}) => {
    const page = await openFigures(look, {}, "lossCurves");
    const name = page.locator("#lossCurves .fig-step-name");
    expect(await name.textContent()).toBe("shown: step 1,200");
    const box = (await page.locator(slider).boundingBox())!;
    const x = 44 + (box.width * 1199) / 3999;
    expect(Number(await name.getAttribute("x"))).toBeCloseTo(x + 5, 0);
  });

  browserTest("read exact values by pointer", async ({look}) => {
    const page = await openFigures(look, {viewport: {width: 1440, height: 900}}, "lossCurves");
    await see(page, "lossCurves");
    await update(page, 1000);
    await frames(page);
    const box = (await page.locator(slider).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 30);
    const step = Number(await figureValue(page, "lossCurves"));
    expect(Math.abs(step - 500)).toBeLessThanOrEqual(2);
    expect(await page.textContent("#lossCurves .fig-where")).toBe(`step ${step}`);
    const dot = page.locator("#lossCurves .fig-dot").first();
    expect(Number(await dot.getAttribute("cx"))).toBeCloseTo(44 + box.width / 2, -1);
    await page.mouse.move(box.x + 10, box.y - 200);
    expect(await page.textContent("#lossCurves .fig-where")).toBe("step 1,000");
  });

  browserTest("say what lies beyond the axis", async ({look}) => {
    const page = await openFigures(look, {}, "lossCurves");
    await see(page, "lossCurves");
    await update(page, 500);
    await frames(page);
    expect(await page.textContent("#lossCurves .fig-note")).toMatch(
      /1 value lies beyond the axis\.$/,
    );
    expect(await page.locator("#lossCurves .fig-average").count()).toBe(2);
  });

  browserTest("survive no steps, NaN and infinity", async ({look}) => {
    const page = await openFigures(look, {}, "lossCurves");
    await see(page, "lossCurves");
    const attributes = await page.$eval("#lossCurves .fig", async (figure) => {
      const draw = async (curves: unknown, log: boolean) => {
        (figure as Driven).update({curves, log});
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return [...figure.querySelectorAll("path, circle, text")].flatMap((mark) =>
          ["d", "cx", "cy", "x", "y"].map((name) => mark.getAttribute(name) ?? ""),
        );
      };
      const bad = Float32Array.of(1, Number.NaN, Number.POSITIVE_INFINITY, 0, -1, 2);
      const results = [];
      for (const log of [false, true])
        for (const curves of [{}, {discriminatorLoss: bad}, {generatorLoss: bad.slice(1, 3)}])
          results.push(...(await draw(curves, log)));
      return results;
    });
    expect(attributes.length).toBeGreaterThan(100);
    expect(attributes.filter((text) => /NaN|Infinity/.test(text))).toEqual([]);
  });
});

describe("measure", () => {
  browserTest("shows the last value large and others by arrow keys", async ({look}) => {
    const page = await openFigures(look, {}, "metricCount", "metricBand");
    const big = () => page.textContent("#metricCount .fig-big");
    expect(await big()).toBe("9");
    await page.focus("#metricCount [role=slider]");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    expect(await figureValue(page, "metricCount")).toBe(300);
    expect(await big()).toBe("7");
    expect(await page.getAttribute("#metricCount [role=slider]", "aria-valuetext")).toBe(
      "step 300: classes covered 7 of 10",
    );
  });

  browserTest("draws the floor where it lies", async ({look}) => {
    const page = await openFigures(look, {}, "metricCount", "metricBand");
    await see(page, "metricBand");
    const [top, bottom, low, high] = await page.$eval("#metricBand .fig", async (figure) => {
      const points = [{step: 10, value: 100}];
      (figure as Driven).update({points, floor: {low: 25, high: 50}, limit: 100});
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const band = figure.querySelector(".fig-floor")!;
      const tick = (text: string) =>
        [...figure.querySelectorAll<SVGGElement>(".fig-axis-y .tick")]
          .find((group) => group.textContent === text)!
          .transform.baseVal.getItem(0).matrix.f;
      const y = Number(band.getAttribute("y"));
      const unit = (tick("0") - tick("100")) / 100;
      return [
        y,
        y + Number(band.getAttribute("height")),
        tick("0") - 25 * unit,
        tick("0") - 50 * unit,
      ];
    });
    expect(Math.abs(top! - high!)).toBeLessThan(2);
    expect(Math.abs(bottom! - low!)).toBeLessThan(2);
  });
});

describe("coverage", () => {
  browserTest("prints every share and marks what is covered", async ({look}) => {
    const page = await openFigures(look, {}, "coverageBars");
    const texts = (kind: string) => page.locator(`#coverageBars .fig-${kind}`).allTextContents();
    expect(await texts("share")).toEqual(
      [62, 88, 41, 55, 30, 4, 47, 72, 0, 60].map((count) => {
        const share = (100 * count) / 512;
        return `${share < 9.95 ? Number(share.toFixed(1)) : share.toFixed(0)} %`;
      }),
    );
    expect(await texts("check")).toEqual(["✓", "✓", "✓", "✓", "✓", "–", "✓", "✓", "–", "✓"]);
    const verdict = "8 of 10 classes covered; missing 5, 8";
    expect(await page.textContent("#coverageBars .fig-coverage-verdict")).toBe(verdict);
    expect(await page.getAttribute("#coverageBars .fig", "aria-label")).toContain(verdict);
  });
});

describe("plane", () => {
  const canvas = "#plane canvas";
  const surface = "#plane [role=application]";

  /** A field that is 1 above y = 0 and 0 below, and one real point at (1, 1). */
  const halves = async (page: Page) => {
    await see(page, "plane");
    await page.$eval("#plane .fig", (figure) => {
      const g = 51;
      const data = Float32Array.from({length: g * g}, (_, i) => (Math.floor(i / g) > 25 ? 1 : 0));
      const arrays: NamedArrays = {
        field: {data, shape: [g, g]},
        real: {data: Float32Array.of(1, 1), shape: [1, 2]},
      };
      (figure as Driven).update({arrays});
    });
  };

  const mixed = (a: number[], b: number[], share: number) =>
    a.map((v, i) => Math.round(v + (b[i]! - v) * share));

  for (const colorScheme of ["light", "dark"] as const)
    browserTest(`paints the judge's opinion up side up, ${colorScheme}`, async ({look}) => {
      const page = await openFigures(
        look,
        {viewport: {width: 1440, height: 900}, colorScheme},
        "plane",
        "planePainting",
      );
      await halves(page);
      await frames(page);
      const colour = (name: string) => themeRgb(page, name);
      const paper = await colour("--paper");
      expect(await pixel(page, canvas, 100, 100)).toEqual(
        mixed(paper, await colour("--real"), 0.4),
      );
      const below = mixed(paper, await colour("--generated"), 0.4);
      expect(await pixel(page, canvas, 100, 340)).toEqual(below);
      const point = await pixel(page, canvas, 396, 44);
      const real = await colour("--real");
      for (const [i, value] of point.entries()) expect(Math.abs(value - real[i]!)).toBeLessThan(40);
    });

  browserTest("is painted again when the theme changes", async ({look}) => {
    const page = await openFigures(
      look,
      {viewport: {width: 1440, height: 900}},
      "plane",
      "planePainting",
    );
    await halves(page);
    await frames(page);
    const light = await pixel(page, canvas, 100, 340);
    await page.emulateMedia({colorScheme: "dark"});
    await frames(page);
    const dark = await pixel(page, canvas, 100, 340);
    expect(dark).toEqual(
      mixed(await themeRgb(page, "--paper"), await themeRgb(page, "--generated"), 0.4),
    );
    expect(dark[0]).toBeLessThan(light[0]! - 80);
  });

  browserTest("tells the judge's opinion to pointer and arrow keys alike", async ({look}) => {
    const page = await openFigures(
      look,
      {viewport: {width: 1440, height: 900}},
      "plane",
      "planePainting",
    );
    await halves(page);
    const words = page.locator("#plane .fig-plane-words");
    await page.focus(surface);
    for (let i = 0; i < 2; i++) await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("ArrowRight");
    expect(await words.textContent()).toBe("x 0.05, y 0.50: the judge says 1.00 real");
    expect(await page.textContent("#plane [aria-live]")).toBe(await words.textContent());
    const box = (await page.locator(surface).boundingBox())!;
    await page.mouse.move(box.x + 220, box.y + 220 + 176);
    expect(await words.textContent()).toBe("x 0.00, y −1.00: the judge says 0.00 real");
  });

  browserTest("takes points from mouse and keys, and gives them back", async ({look}) => {
    const page = await openFigures(
      look,
      {viewport: {width: 1440, height: 900}},
      "plane",
      "planePainting",
    );
    const area = "#planePainting [role=application]";
    const inputs = await countInputs(page, "planePainting");
    await page.locator(area).scrollIntoViewIfNeeded();
    const box = (await page.locator(area).boundingBox())!;
    await page.mouse.move(box.x + 100, box.y + 150);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y + 150, {steps: 5});
    expect(await inputs(), "a stroke is told when it ends").toBe(0);
    await page.mouse.up();
    expect(await inputs()).toBe(1);
    const stroke = (await figureValue(page, "planePainting")) as number[];
    expect(stroke.length / 2).toBeGreaterThan(20);
    expect(stroke[0]).toBeCloseTo((100 / 300) * 2.5 - 1.25, 2);
    expect(stroke.every((v, i) => i % 2 === 0 || Math.abs(v) < 0.01)).toBe(true);
    await page.focus(area);
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Space");
    const more = (await figureValue(page, "planePainting")) as number[];
    expect(more.slice(-2)).toEqual([0, 0.25]);
    const count = more.length / 2;
    await expect
      .poll(() => page.textContent("#planePainting .fig-plane-words"))
      .toBe(`${count} points painted`);
    await page.keyboard.press("Backspace");
    expect(await figureValue(page, "planePainting")).toEqual(stroke);
    await page.$eval("#planePainting .fig", (figure) =>
      (figure as Driven & {clear(): void}).clear(),
    );
    expect(await figureValue(page, "planePainting")).toEqual([]);
    expect(await inputs()).toBe(4);
  });

  browserTest("takes points from a finger without scrolling the page", async ({open}) => {
    const page = await openOwnGallery(open, {
      viewport: {width: 360, height: 800},
      hasTouch: true,
      isMobile: true,
    });
    const area = page.locator("#planePainting [role=application]");
    expect(await area.evaluate((element) => getComputedStyle(element).touchAction)).toBe("none");
    await area.tap({position: {x: 150, y: 150}});
    const tapped = (await figureValue(page, "planePainting")) as number[];
    expect(tapped.length).toBe(2);
    expect(Math.abs(tapped[0]!)).toBeLessThan(0.02);
  });
});

describe("timeline", () => {
  const range = "#timeline input";

  browserTest("steps from checkpoint to checkpoint and tells only changes", async ({look}) => {
    const page = await openFigures(look, {}, "timeline");
    const inputs = await countInputs(page, "timeline");
    await page.focus(range);
    await page.keyboard.press("ArrowRight");
    expect(await figureValue(page, "timeline")).toBe(400);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    expect(await figureValue(page, "timeline")).toBe(0);
    expect(await inputs()).toBe(2);
    expect(await page.getAttribute(range, "aria-valuetext")).toBe(
      "step 0 of 600; training from here starts a branch",
    );
  });

  browserTest("snaps the pointer to the nearest checkpoint", async ({look}) => {
    const page = await openFigures(look, {}, "timeline");
    await page.locator(range).scrollIntoViewIfNeeded();
    const box = (await page.locator(range).boundingBox())!;
    await page.mouse.click(box.x + 9 + (box.width - 18) * 0.72, box.y + box.height / 2);
    expect(await figureValue(page, "timeline")).toBe(400);
    expect(await page.inputValue(range)).toBe("400");
  });

  browserTest("waits, disabled, for checkpoints", async ({look}) => {
    const page = await openFigures(look, {}, "timeline");
    await page.$eval("#timeline .fig", (figure) =>
      (figure as Driven).update({steps: [0], position: 0, last: 0}),
    );
    expect(await page.isDisabled(range)).toBe(true);
    expect(await page.textContent("#timeline output")).toMatch(/checkpoints appear here/);
  });
});

/**
 * Puts figures without data on the page and measures them just before their first paint, in an observer that is told
 * after theirs, and again later. A string, so that no tool rewrites its `import`.
 */
const heightsOfNewFigures = `(async () => {
  const load = (name) => import(document.querySelector("link[href*='figures/" + name + ".']").href);
  const {sampleGrid} = await load("sample-grid");
  const {lossCurves} = await load("loss-curves");
  const {plane} = await load("plane");
  const made = [
    sampleGrid({label: "new", role: "real", columns: 8, rows: 5}),
    lossCurves({label: "new", series: [{name: "a", label: "a", role: "real"}]}),
    plane({label: "new"}),
  ];
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const heights = () => made.map((figure) => figure.offsetHeight);
  document.querySelector("main").append(...made);
  const first = await new Promise((done) =>
    new ResizeObserver(() => done(heights())).observe(made[0]),
  );
  await frame();
  await frame();
  return [first, heights()];
})()`;

describe("every figure", () => {
  for (const width of [360, 768, 1440])
    browserTest(`keeps its height whatever its data, at ${width} px`, async ({look}) => {
      const page = await openGallery(look, {viewport: {width, height: 900}});
      const before = await heights(page);
      expect(Object.keys(before)).toEqual(names);
      for (const height of Object.values(before)) expect(height).toBeGreaterThan(40);
      await page.evaluate(() => {
        const update = (name: string, data: unknown) =>
          document.querySelector<Driven>(`#${name} .fig`)!.update(data);
        const blank = {data: new Uint8Array(784), shape: [1, 28, 28, 1]};
        update("sampleGrid", {images: blank});
        update("lossCurves", {curves: {}});
        const run = {discriminatorLoss: Float32Array.from({length: 900}, (_, i) => i % 50 || 99)};
        const comparisons = ["a", "b", "c", "d", "e"].map((label) => ({
          label: `run ${label} with a long description`,
          curves: run,
        }));
        update("lossCurvesLog", {curves: run, comparisons});
        update("metricBand", {points: []});
        update("metricCount", {points: [{step: 1, value: 1}]});
        const drawn = Array.from({length: 21}, (_, i) => 4 * i);
        update("guessPlot", {guess: drawn, truth: [{step: 1, value: 3}], isFixed: true});
        update("guessPlotCompared", {guess: drawn.map(() => null), isFixed: false});
        const lines = ["Recorded 2026-11-25: 200 steps, a dial 5, seed 1, wasm.", "Recorded."];
        update("sheetChoices", {chosen: 0, isFixed: true, lines, nearest: 0});
        update("coverageBars", {counts: new Uint32Array(10), total: 0});
        update("coverageBarsNamed", {counts: new Uint32Array(10).fill(5), total: 50});
        const counts = Array.from({length: 100}, (_, i) => 10 * i);
        update("confusionMatrix", {counts});
        update("confusionMatrixNamed", {counts: counts.map(() => 0)});
        update("mistakesSheet", {
          images: blank,
          truths: [1],
          predictions: [2],
          confidences: [1],
          title: "Mistakes: the only one.",
        });
        update("probabilityBars", {note: "There is no answer yet; this is said in two lines."});
        update("drawingPad", {strokes: [[{x: 3, y: 3}]]});
        const one = new Float32Array(784).fill(1);
        update("paintReplay", {
          target: one,
          actions: [3],
          rewards: [0.1],
          likely: [3],
          chances: [1],
        });
        const ten = {data: new Uint8Array(7840), shape: [10, 28, 28, 1] as const};
        update("paintingChoices", {targets: ten, paintings: ten, returns: Array(10).fill(-1.2)});
        update("plane", {arrays: {}});
        update("planePainting", {arrays: {}});
        const sorted = {clusters: [0, 1], labels: [1, 1], revealed: false};
        const place = {points: new Float32Array(4), pictures: blank, count: 10};
        const plain = {...sorted, ...place, marks: "pictures", bordered: false};
        update("clusterPlane", plain);
        update("clusterPlaneRevealed", plain);
        const means = {data: new Uint8Array(7840), shape: [10, 28, 28, 1]};
        update("clusterSheet", {...sorted, means});
        update("contingencyTable", sorted);
        update("picturePairs", {pictures: blank, drawings: blank});
        const eight = {data: new Uint8Array(8 * 3072), shape: [8, 32, 32, 3] as const};
        update("pairChooser", {pictures: eight, drawings: eight, marks: {}});
        update("shareBars", {note: ""});
        update("timeline", {steps: [], position: 0, last: 0});
      });
      await frames(page);
      expect(await heights(page)).toEqual(before);
    });

  browserTest("is full size at its first paint", async ({look}) => {
    const page = await openGallery(look, {viewport: {width: 1440, height: 900}});
    const [first, later] = await page.evaluate<number[][]>(heightsOfNewFigures);
    expect(Math.min(...first!)).toBeGreaterThan(200);
    expect(later).toEqual(first);
  });

  browserTest("has a role and a summary, renewed at most once in two seconds", async ({look}) => {
    const page = await openGallery(look);
    const labels = await page.$$eval(".fig[role=figure]", (figures) =>
      figures.map((figure) => figure.getAttribute("aria-label")),
    );
    const silent = await page.evaluate(
      (all) => all.filter((name) => !document.querySelector(`#${name} .fig[role=figure]`)),
      names,
    );
    expect(silent, "named by what they consist of").toEqual([
      "picturePlates",
      "sheetChoices",
      "stepStages",
      "timeline",
      "sideBySide",
    ]);
    expect(labels[0]).toMatch(
      /^Synthetic shapes.*40 pictures; on average the judge says 0\.\d\d real$/,
    );
    const changes = await page.$eval("#lossCurves .fig", async (figure) => {
      let count = 0;
      const observer = new MutationObserver((records) => {
        count += records.length;
      });
      observer.observe(figure, {attributes: true, attributeFilter: ["aria-label"]});
      for (let steps = 10; steps < 40; steps++) {
        const curves = {discriminatorLoss: new Float32Array(steps).fill(steps)};
        (figure as Driven).update({curves});
        await new Promise((done) => requestAnimationFrame(done));
      }
      await new Promise((done) => setTimeout(done, 2200));
      return count;
    });
    expect(changes).toBeGreaterThanOrEqual(1);
    expect(changes).toBeLessThanOrEqual(3);
    const label = await page.getAttribute("#lossCurves .fig", "aria-label");
    expect(label, "the last one wins").toContain("39 steps");
  });
});
