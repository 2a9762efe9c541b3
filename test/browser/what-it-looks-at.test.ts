import {readFileSync} from "node:fs";
import type {Page} from "playwright";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const id = "digit-classifier";
const said = (page: Page) => page.locator(".fig-looks-words").innerText();
const alike = (page: Page) =>
  page.locator('[data-map^="below"] figcaption').evaluateAll((captions) =>
    captions.map((each) => {
      const number = /alike: (−?[\d.]+)/.exec(each.textContent)?.[1];
      return Number(number?.replace("−", "-"));
    }),
  );

browserTest(
  "the course's network and the reader's are looked through, and the run fills a card that is saved",
  async ({open}) => {
    const small = {width: 4, batchSize: 16, maxSteps: 40};
    const path = "lessons/10-ethics/what-it-looks-at";
    const page = await open(ExperimentPage.addressOf(path, {[id]: small}));
    const maps = page.locator(".looks-to-come");
    await maps.scrollIntoViewIfNeeded();
    await expect.poll(() => said(page)).toContain("It sees a 7");
    const [, timesInput, occlusion] = await alike(page);
    expect(timesInput).toBeGreaterThan(0.95);
    expect(occlusion).toBeLessThan(0.5);

    const run = new ExperimentPage(page, id);
    await run.train();
    await maps.scrollIntoViewIfNeeded();
    await maps.getByLabel("yours").check();
    await expect.poll(() => said(page)).toMatch(/^It sees an? \d, with/);
    await expect.poll(() => alike(page)).not.toContain(NaN);
    await run.root.locator('[data-part="time"] input').first().press("Home");
    await maps.scrollIntoViewIfNeeded(); // at step 0 it has learned nothing
    await expect.poll(() => alike(page)).toEqual([1, 1, 1]);

    const card = page.locator(".run-card");
    await card.scrollIntoViewIfNeeded();
    await card.getByLabel("It is meant for").fill("a test");
    await expect.poll(() => card.innerText()).toContain("40 steps on wasm");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      card.getByRole("button", {name: "Save as JSON"}).click(),
    ]);
    expect(file.suggestedFilename()).toBe("digit-classifier-card.json");
    const saved = JSON.parse(readFileSync((await file.path())!, "utf8"));
    expect(saved).toMatchObject({meantFor: "a test", steps: 40, settings: small});
    expect(saved.energy.wattHours).toBeGreaterThan(0);
  },
);
