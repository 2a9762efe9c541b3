import type {Page} from "playwright";
import {describe} from "vitest";
import type {NamedArrays} from "../../lib/array.js";
import {
  countInputs,
  type Driven,
  figureValue,
  frames,
  openFigures,
  openOwnGallery,
  pixel,
  see,
  themeRgb,
} from "./gallery-page.js";
import {browserTest, expect, type LookAt} from "./harness.js";

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

  /** The gallery, its plane showing the two halves. */
  const openPlane = async (look: LookAt, colorScheme: "light" | "dark" = "light") => {
    const how = {viewport: {width: 1440, height: 900}, colorScheme};
    const page = await openFigures(look, how, "plane", "planePainting");
    await halves(page);
    return page;
  };

  const mixed = (a: number[], b: number[], share: number) =>
    a.map((v, i) => Math.round(v + (b[i]! - v) * share));

  for (const colorScheme of ["light", "dark"] as const)
    browserTest(`paints the judge's opinion up side up, ${colorScheme}`, async ({look}) => {
      const page = await openPlane(look, colorScheme);
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
    const page = await openPlane(look);
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
    const page = await openPlane(look);
    const words = page.locator("#plane .fig-plane-words");
    await page.focus(surface);
    for (let i = 0; i < 2; i++) await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
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

describe("a flow on the plane", () => {
  /** One point goes from (-1, 0) by (0, 1) to (1, 0), at so many even times; the field is at rest. */
  const oneWay = (page: Page, steps: number) =>
    page.$eval(
      "#flowPlane .fig",
      (figure, count) => {
        const times = Array.from({length: count + 1}, (_, i) => i / count);
        const place = (t: number) => (t < 1 ? [-1 + 2 * t, t] : [1, 0]);
        const array = (data: number[], ...shape: number[]) => ({
          data: Float32Array.from(data),
          shape,
        });
        const ways = array(times.flatMap(place), count + 1, 1, 2);
        (figure as Driven).update({
          arrays: {
            real: array([1, -1], 1, 2),
            times: array(times, count + 1),
            trail: ways,
            expected: ways,
            nodes: array([-1.5, -1.5], 1, 2),
            field: array(
              times.flatMap(() => [0, 0]),
              count + 1,
              1,
              2,
            ),
          },
          layers: {ways: false},
        });
      },
      steps,
    );

  /** Whether the generated point is at this place of the plane. */
  const isAt = async (page: Page, x: number, y: number) => {
    await frames(page);
    const at = (v: number) => Math.round(220 + (v / 2.1) * 220);
    const seen = await pixel(page, "#flowPlane canvas", at(x), at(-y));
    const orange = await themeRgb(page, "--generated");
    return seen.every((value, i) => Math.abs(value - orange[i]!) < 60);
  };

  browserTest("is gone through in sampling time, and keeps it when more comes", async ({look}) => {
    const page = await openFigures(look, {viewport: {width: 1440, height: 900}}, "flowPlane");
    await see(page, "flowPlane");
    await oneWay(page, 4);
    expect([await isAt(page, 1, 0), await isAt(page, -1, 0)]).toEqual([true, false]);
    const range = page.locator("#flowPlane").getByLabel("Sampling time");
    await range.focus();
    await page.keyboard.press("Home");
    expect([await isAt(page, 1, 0), await isAt(page, -1, 0)]).toEqual([false, true]);
    expect(await page.textContent("#flowPlane output")).toBe("0.00 noise");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await isAt(page, 0, 0.5)).toBe(true);
    expect(await range.getAttribute("aria-valuetext")).toBe("on their way, time 0.50");
    await oneWay(page, 20);
    expect(await figureValue(page, "flowPlane")).toBe(10);
    expect(await isAt(page, 0, 0.5)).toBe(true);
    await page.locator("#flowPlane").getByRole("button", {name: "Play"}).click();
    await expect.poll(() => page.textContent("#flowPlane output")).toBe("1.00 data");
    await oneWay(page, 2);
    expect(await figureValue(page, "flowPlane"), "what was at the end stays there").toBe(2);
  });

  browserTest("goes on by one time where motion is to be reduced", async ({look}) => {
    const page = await openFigures(look, {reducedMotion: "reduce"}, "flowPlane");
    await see(page, "flowPlane");
    await oneWay(page, 4);
    const next = page.locator("#flowPlane").getByRole("button", {name: "Next time"});
    for (const time of ["0.00 noise", "0.25", "0.50"]) {
      await next.click();
      expect(await page.textContent("#flowPlane output")).toBe(time);
    }
  });
});
