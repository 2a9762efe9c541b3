import type {Page} from "playwright";
import {browserTest, expect} from "./harness.js";

const words = (page: Page, part: string) =>
  page.locator(".terrain-words").filter({hasText: part}).innerText();
const picture = (page: Page) =>
  page
    .locator(".terrain-ground")
    .evaluate((canvas: HTMLElement) => (canvas as HTMLCanvasElement).toDataURL());

async function press(page: Page, key: string, times: number): Promise<void> {
  await page.locator(".terrain-ground").focus();
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

browserTest(
  "the world is looked around in by keys and pointer, closes after a whole turn, is walked in on map and ground, and follows whoever wants it to",
  async ({open}) => {
    const page = await open("lessons/09-applications/games", {reducedMotion: "reduce"});
    await page.locator(".terrain-to-come").scrollIntoViewIfNeeded();
    await page.locator(".terrain-ground").scrollIntoViewIfNeeded();
    await expect.poll(() => words(page, "The circle closes")).toContain("at most");
    const numbers = (await words(page, "The circle closes")).match(/\d+\.\d/g)!.map(Number);
    expect(numbers[0], "where the circle closes").toBeLessThanOrEqual(numbers[2]!);
    const first = await picture(page);

    await press(page, "ArrowRight", 12);
    await expect.poll(() => words(page, "You look")).toContain("You look east");
    expect(await picture(page)).not.toBe(first);
    await press(page, "ArrowRight", 12);
    await expect.poll(() => picture(page)).toBe(first);

    const {x, y, width} = (await page.locator(".terrain-ground").boundingBox())!;
    await page.mouse.move(x + width - 10, y + 50);
    await page.mouse.down();
    await page.mouse.move(x + width / 4, y + 50, {steps: 3});
    await page.mouse.up();
    await expect.poll(() => words(page, "You look")).toContain("north-west");

    await press(page, "ArrowUp", 5);
    await expect.poll(() => words(page, "World 7")).toContain("0.3 km west and 0.4 km north");
    const before = await picture(page);
    await page.getByRole("button", {name: "North"}).click();
    await expect.poll(() => picture(page)).not.toBe(before);

    await page.emulateMedia({reducedMotion: "no-preference"});
    await page.getByRole("button", {name: "Walk", exact: true}).click();
    await expect.poll(() => words(page, "frames a second")).toMatch(/640 by 280 .* drawn in \d/);
    await page.getByRole("button", {name: "Stop", exact: true}).click();
    await expect.poll(() => page.getByRole("button", {name: "Walk", exact: true}).count()).toBe(1);

    const told = async () => (await page.locator(".terrain-follow td").allInnerTexts()).join(", ");
    const nothing =
      "50 %, height 1.30, 1.30, 50 %, ruggedness 0.90, 0.90, 50 %, as it lies, as it lies";
    const forgets = page.getByRole("button", {name: "Forget me"});
    expect(await forgets.isDisabled(), "nothing is noticed unless you want it").toBe(true);
    await page.getByLabel("The world follows you").check();
    await expect.poll(told).toBe(nothing);
    await page.locator(".terrain-map").focus();
    for (let step = 0; step < 20; step++) await page.keyboard.press("ArrowLeft");
    await expect.poll(told).not.toBe(nothing);
    await forgets.click();
    await expect.poll(told).toBe(nothing);
    const link = page.locator(".terrain-follow a");
    expect(await link.getAttribute("href")).toMatch(/lessons\/09-applications\/marketing#now-you$/);
  },
);
