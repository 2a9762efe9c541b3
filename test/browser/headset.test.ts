import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {XRDevice} from "iwer";
import type {Page} from "playwright";
import {browserTest, expect} from "./harness.js";

const emulator = readFileSync(
  createRequire(import.meta.url)
    .resolve("iwer")
    .replace(/lib\/index\.js$/, "build/iwer.min.js"),
  "utf8",
);

const games = "lessons/09-applications/games";

interface WithHeadset {
  headset: XRDevice;
  /** The mean colour of what lies before the eye in the last frame, within 6 degrees. */
  seen?: readonly number[];
}

/** A headset, and the colour of the middle of what it is shown. */
function putOn(): void {
  const {IWER, ...own} = globalThis as unknown as {IWER: typeof import("iwer")} & WithHeadset;
  const headset = new IWER.XRDevice(IWER.metaQuest3, {stereoEnabled: false});
  headset.installRuntime({forceInstall: true});
  Object.assign(globalThis, {headset, seen: own.seen});
  const {drawArrays} = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.drawArrays = function (...args) {
    drawArrays.apply(this, args);
    const [x, y, width, height] = this.getParameter(this.VIEWPORT) as Int32Array;
    const fovy = (globalThis as unknown as WithHeadset).headset.fovy;
    const side = Math.round((height! / 2 / Math.tan(fovy / 2)) * 2 * Math.tan(Math.PI / 60));
    const pixels = new Uint8Array(4 * side * side);
    const [left, top] = [x! + width! / 2 - side / 2, y! + height! / 2 - side / 2];
    this.readPixels(left, top, side, side, this.RGBA, this.UNSIGNED_BYTE, pixels);
    const mean = [0, 1, 2].map(
      (part) => pixels.filter((_, i) => i % 4 === part).reduce((a, b) => a + b, 0) / side / side,
    );
    Object.assign(globalThis, {seen: mean});
  };
}

/** Turns the head to the right and down, in degrees. */
const turnHead = (page: Page, right: number, down: number) =>
  page.evaluate(
    ([yaw, pitch]) => {
      const {headset} = globalThis as unknown as WithHeadset;
      const [a, b] = [-(yaw! * Math.PI) / 360, -(pitch! * Math.PI) / 360];
      headset.quaternion.set(
        ...([
          Math.cos(a) * Math.sin(b),
          Math.sin(a) * Math.cos(b),
          -Math.sin(a) * Math.sin(b),
          Math.cos(a) * Math.cos(b),
        ] as [number, number, number, number]),
      );
    },
    [right, down],
  );

const seen = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as WithHeadset).seen?.map(Math.round));

/** The mean colour of the view on the page in its middle column, so many degrees below the horizon, within 6 degrees. */
const onPage = (page: Page, down: number) =>
  page.locator(".terrain-ground").evaluate((canvas, down) => {
    const {width} = canvas as HTMLCanvasElement;
    const slope = (degrees: number) => (3840 / 2 / Math.PI) * Math.tan((degrees / 180) * Math.PI);
    const [top, bottom] = [110 + slope(down - 3), 110 + slope(down + 3)].map(Math.round);
    const half = Math.round((3 / 360) * 3840);
    const [side, rows] = [2 * half, bottom! - top!];
    const part = document.createElement("canvas").getContext("2d", {willReadFrequently: true})!;
    part.drawImage(canvas as HTMLCanvasElement, half - width / 2, -top!);
    const {data} = part.getImageData(0, 0, side, rows);
    const count = data.length / 4;
    return [0, 1, 2].map((part) =>
      Math.round(data.filter((_, i) => i % 4 === part).reduce((a, b) => a + b, 0) / count),
    );
  }, down);

function farApart(one: readonly number[] | undefined, other: readonly number[]): number {
  return Math.max(...other.map((part, i) => Math.abs(part - (one?.[i] ?? Number.NaN))));
}

async function worldShown(page: Page): Promise<void> {
  await page.locator(".terrain-to-come").scrollIntoViewIfNeeded();
  await page.locator(".terrain-ground").scrollIntoViewIfNeeded();
  await expect.poll(() => page.getByText("The circle closes").count()).toBe(1);
}

browserTest(
  "a headset shows the world wherever the head turns, goes on by its trigger, and leaves the walker where it was",
  async ({open, expectTrouble}) => {
    expectTrouble(/GPU stall due to ReadPixels/); // the test's own
    const page = await open(games, {reducedMotion: "reduce"});
    await worldShown(page);
    const enter = page.getByRole("button", {name: "In a headset"});
    expect(await enter.isVisible(), "without a headset").toBe(false);
    await page.addInitScript({content: `${emulator};(${putOn})()`});
    await page.reload();
    await worldShown(page);
    const views = [await onPage(page, 12)];
    await page.locator(".terrain-ground").focus();
    for (let turn = 0; turn < 6; turn++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => onPage(page, 12)).not.toEqual(views[0]);
    views.push(await onPage(page, 12));
    for (let turn = 0; turn < 6; turn++) await page.keyboard.press("ArrowLeft");
    await expect.poll(() => onPage(page, 12)).toEqual(views[0]);

    await turnHead(page, 0, 12);
    await enter.click();
    await expect.poll(async () => farApart(await seen(page), views[0]!)).toBeLessThan(4);
    await turnHead(page, 90, 12);
    await expect.poll(async () => farApart(await seen(page), views[1]!)).toBeLessThan(4);
    expect(farApart(views[0], views[1]!), "another picture").toBeGreaterThan(8);

    const place = page.locator(".terrain-words").filter({hasText: "World 7"});
    const before = await place.innerText();
    await page.evaluate(async () => {
      const {right} = (globalThis as unknown as WithHeadset).headset.controllers;
      right!.updateButtonValue("trigger", 1);
      await new Promise((done) => setTimeout(done, 200));
      right!.updateButtonValue("trigger", 0);
    });
    await expect.poll(() => place.innerText()).not.toBe(before);
    await page.evaluate(() => (globalThis as unknown as WithHeadset).headset.activeSession?.end());
    await expect
      .poll(() => page.locator(".terrain-words").filter({hasText: "You look"}).innerText())
      .toContain("You look north,");
  },
);
