import {describe} from "vitest";
import {axeViolations} from "./axe.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";
import {distanceFrom, readTo, settled, wordsInView} from "./reading-place.js";

const phone = {viewport: {width: 360, height: 780}};

describe("an old address", () => {
  browserTest("leads to the page with the experiment that it sets", async ({open, site}) => {
    const hash = "#gan-digits.dataset=clothes&gan-digits.locked=seed";
    const page = await open(`lessons/03-gans/?backend=wasm${hash}`);
    await page.waitForURL(`${site}lessons/03-gans/from-points-to-pictures?backend=wasm${hash}`);
    const digits = page.locator('[data-experiment="gan-digits"]');
    const top = async () => Math.abs((await digits.boundingBox())!.y);
    await expect.poll(top).toBeLessThan(100);
    await page.evaluate(() => {
      location.hash = "#gan-clinic.case=c";
    });
    await page.waitForURL(/the-clinic\?backend=wasm#gan-clinic\.case=c$/);
    await expect
      .poll(() => page.locator('[data-experiment="gan-clinic"]').getAttribute("data-status"))
      .toBe("idle");
  });

  browserTest("leads to a heading, also one that has got another name", async ({open}) => {
    const page = await open("lessons/03-gans/#why-nobody-trains-with-that-formula");
    await page.waitForURL(/the-game#why-nobody/);
    const heading = page.getByRole("heading", {name: "Why hardly anyone trains with that formula"});
    await expect.poll(async () => (await heading.boundingBox())!.y).toBeLessThan(200);
  });
});

browserTest(
  "on a phone a button opens the list of pages, and the keyboard is enough",
  async ({open}) => {
    const page = await open("lessons/03-gans/the-game", phone);
    const list = page.getByRole("navigation", {name: "Chapters"});
    const button = page.getByRole("button", {name: "Contents"});
    await button.waitFor();
    expect(await list.isVisible()).toBe(false);
    await button.press("Enter");
    const current = list.getByRole("link", {name: /^The game/});
    await expect.poll(() => current.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await current.getAttribute("aria-current")).toBe("page");
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await list.isVisible()).toBe(false);
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    await button.click();
    const {y, height} = (await list.boundingBox())!;
    await page.setViewportSize({width: 360, height: Math.ceil(y + height) + 100});
    await page.mouse.click(180, y + height + 50);
    expect(await list.isVisible()).toBe(false);
    await button.click();
    await list.getByRole("link", {name: /^Measure and order/}).click();
    await page.waitForURL(/measure-and-order$/);
    await page.getByRole("button", {name: "Contents"}).waitFor();
    expect(await list.isVisible()).toBe(false);
  },
);

browserTest("beside the text the list of pages shows where you are", async ({open}) => {
  for (const path of ["lessons/01-introduction/the-first-picture", "lessons/10-ethics/the-law"]) {
    const page = await open(path, {viewport: {width: 1440, height: 700}});
    const list = page.getByRole("navigation", {name: "Chapters"});
    const own = list.locator("[aria-current]");
    await expect
      .poll(async () => {
        const [around, place] = [(await list.boundingBox())!, (await own.boundingBox())!];
        return place.y >= around.y && place.y + place.height <= around.y + around.height;
      })
      .toBe(true);
  }
});

browserTest("previous and next lead through the pages of all chapters", async ({open}) => {
  const page = await open("lessons/03-gans/the-clinic");
  const ways = page.getByRole("navigation", {name: "Previous and next"});
  expect(await ways.getByRole("link").allInnerTexts()).toEqual([
    "Measure and order",
    "4 · Compress, then dream",
  ]);
});

browserTest(
  "what a reader has done of a page is said wherever it is listed",
  async ({open, site}) => {
    const page = await open(ExperimentPage.address("autoencoder", {maxSteps: 10, batchSize: 8}));
    const facts = page.locator(".page-facts");
    const inSideBar = page.locator('#observablehq-sidebar .page-state[data-page$="/a-code"]');
    await expect.poll(() => facts.innerText()).toMatch(/^About \d+ minutes not begun$/);
    const coder = new ExperimentPage(page, "autoencoder");
    await coder.train();
    await expect.poll(() => facts.innerText()).toMatch(/minutes begun$/);
    expect(await inSideBar.textContent()).toBe("begun");
    for (const card of await page.locator("section[data-recall]").all()) {
      await card.scrollIntoViewIfNeeded();
      await card.getByRole("radio").first().check();
      await card.getByRole("button", {name: "Answer"}).click();
    }
    await expect.poll(() => facts.innerText()).toMatch(/✓ done$/);
    await page.goto(`${site}lessons/04-vaes/`);
    const entry = (name: string) => page.locator(".pages li", {hasText: name});
    await expect.poll(() => entry("an autoencoder").innerText()).toContain("✓ done");
    expect(await entry("Faces").innerText()).toContain("not begun");
  },
);

describe("a reader comes back to where they were", () => {
  for (const [where, options] of [
    ["desk", {viewport: {width: 1440, height: 900}}],
    ["phone", phone],
  ] as const)
    browserTest(`after a reload, and with Back, on a ${where}`, async ({open, site}) => {
      const page = await open("lessons/03-gans/the-duel", options);
      for (const share of [0.35, 0.8]) {
        await readTo(page, share);
        const before = await wordsInView(page);
        await page.reload();
        await settled(page);
        expect(await distanceFrom(page, before), `reload at ${share}`).toBeLessThan(100);
      }
      const before = await wordsInView(page);
      await page.goto(`${site}about`);
      await page.goBack();
      await settled(page);
      expect(await distanceFrom(page, before), "back").toBeLessThan(100);
    });

  browserTest("also below an editor that comes only when it is near", async ({open, site}) => {
    const page = await open("lessons/03-gans/the-clinic", {viewport: {width: 1440, height: 900}});
    const below = page.locator(".exercise-versions summary");
    await readTo(page, 0.68);
    await below.scrollIntoViewIfNeeded();
    await settled(page);
    const before = await wordsInView(page);
    await page.goto(`${site}about`);
    await page.goBack();
    await page.locator(".cm-content").waitFor();
    await settled(page);
    expect(await distanceFrom(page, before)).toBeLessThan(100);
  });

  browserTest("and is not held there once they scroll", async ({open}) => {
    const page = await open("lessons/03-gans/the-duel", {viewport: {width: 1440, height: 900}});
    await readTo(page, 0.5);
    await page.reload();
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, -3000);
    await page.waitForTimeout(300);
    const before = await wordsInView(page);
    await settled(page);
    expect(await distanceFrom(page, before)).toBeLessThan(100);
  });
});
