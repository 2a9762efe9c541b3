import type {Page} from "playwright";
import {browserTest, expect} from "./harness.js";

const path = "lessons/07-generation/noise";
const lane = (page: Page, index: number) => page.locator(".fig-lanes .fig-lane").nth(index);
const distances = (page: Page, index: number) =>
  lane(page, index).locator(".fig-lane-row").last().locator(".fig-row-caption").allInnerTexts();
const goTo = (page: Page, place: number) =>
  page.locator(".fig-lanes input[type=range]").fill(String(place));

browserTest(
  "noise becomes copies of training pictures, or by patches others, and can be gone through",
  async ({open}) => {
    const page = await open(path);
    await page.locator(".lanes-to-come").scrollIntoViewIfNeeded();
    const words = lane(page, 0).locator(".fig-lane-words");
    await expect.poll(() => words.textContent()).toContain("about 1,000 training pictures");
    expect(await page.locator(".fig-lanes-time").textContent()).toBe("t = 0.00");
    await goTo(page, 25);
    await expect.poll(() => page.locator(".fig-lanes-time").textContent()).toBe("t = 1.00");
    expect(await words.textContent()).toContain("about 1.0 training pictures");
    expect(await distances(page, 0)).toEqual(Array(5).fill("0.000"));
    const mixed = await distances(page, 1);
    expect(mixed.filter((distance) => Number(distance) > 0.05)).toHaveLength(5);
    await page.locator(".fig-lanes select").selectOption("15");
    await expect.poll(() => distances(page, 1)).toEqual(Array(5).fill("0.000"));
  },
);

browserTest(
  "a picture drowns by the slider, and a file that is missing is said",
  async ({open, expectTrouble}) => {
    const page = await open(path);
    await page.locator(".noise-to-come").scrollIntoViewIfNeeded();
    const words = page.locator(".fig-noise-large figcaption");
    await expect
      .poll(() => words.textContent())
      .toBe("0.50 · picture + 0.50 · noise; signal to noise 1.00");
    await page.locator(".fig-noise input[type=range]").fill("40");
    expect(await words.textContent()).toContain("0.80 · picture + 0.20 · noise");
    await page.locator(".fig-noise select").last().selectOption({label: "cosine"});
    expect(await words.textContent()).toContain("0.95 · picture + 0.31 · noise");
    expectTrouble(/404/);
    await page.route(/denoiser-digits/, (route) => route.fulfill({status: 404, body: ""}));
    await page.locator(".lanes-to-come").scrollIntoViewIfNeeded();
    const sorry = page.locator(".lanes-to-come [role=alert]");
    await expect.poll(() => sorry.textContent()).toMatch(/could not be loaded .*404/);
  },
);
