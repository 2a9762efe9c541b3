import type {Page} from "playwright";
import {describe} from "vitest";
import {type Driven, figureValue, frames, openFigures, see} from "./gallery-page.js";
import {browserTest, expect} from "./harness.js";

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
    await see(page, "metricCount");
    const [top, bottom, low, high] = await page.$eval("#metricCount .fig", async (figure) => {
      const points = [{step: 10, value: 10}];
      (figure as Driven).update({points, floor: {low: 2.5, high: 5}, limit: 100});
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const band = figure.querySelector(".fig-floor")!;
      const tick = (text: string) =>
        [...figure.querySelectorAll<SVGGElement>(".fig-axis-y .tick")]
          .find((group) => group.textContent === text)!
          .transform.baseVal.getItem(0).matrix.f;
      const y = Number(band.getAttribute("y"));
      const unit = (tick("0") - tick("10")) / 10;
      return [
        y,
        y + Number(band.getAttribute("height")),
        tick("0") - 2.5 * unit,
        tick("0") - 5 * unit,
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

browserTest(
  "a measure says what is read as it, at the step pointed at and at the end",
  async ({look}) => {
    const page = await openFigures(look, {}, "metricRead");
    const key = page.locator("#metricRead .fig-reading");
    const atTheEnd = await key.textContent();
    expect(atTheEnd).toMatch(/^the critic reads 0\.\d+$/);
    await page.focus("#metricRead [role=slider]");
    await page.keyboard.press("Home");
    expect(await key.textContent(), "before anything is read").toBe("the critic reads –");
    await page.keyboard.press("Escape");
    expect(await key.textContent()).toBe(atTheEnd);
    expect(await page.locator("#metricRead .fig-layer-reading path").count()).toBe(1);
  },
);

browserTest(
  "a dial starts another race of the estimators, which goes to its end",
  async ({look}) => {
    const page = await openFigures(look, {reducedMotion: "reduce"}, "estimatorRace");
    await see(page, "estimatorRace");
    const lane = page.locator("#estimatorRace .fig-race-lane").first();
    const before = await lane.textContent();
    await page.locator("#estimatorRace select").selectOption("step");
    expect(await page.textContent("#estimatorRace .fig-race-verdict")).toMatch(/reads 0 for ever/);
    expect(await lane.textContent()).not.toBe(before);
    expect(await figureValue(page, "estimatorRace")).toMatchObject({cost: "step", spread: 0.5});
    await frames(page);
    const course = await page.locator("#estimatorRace .fig-race-course").first().getAttribute("d");
    expect(course!.match(/L/g)!.length, "a line to each estimate but the first two").toBe(998);
  },
);
