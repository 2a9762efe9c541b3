import type {BrowserContextOptions} from "playwright";
import {describe} from "vitest";
import {pngText} from "../../lib/png-text.js";
import {ExperimentPage, type Open, pageOf} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** A browser that the course has never been opened in. */
const fresh: BrowserContextOptions = {
  viewport: {width: 1440, height: 900},
  storageState: {cookies: [], origins: []},
};

/** The page of the plane, with what is asked for of engine and data from now on; on a line where data is to be saved, if so told. */
async function openPlane(open: Open, saveData = false) {
  const page = await open("about", fresh);
  const line = {saveData, effectiveType: "4g"};
  await page.addInitScript((value) => {
    Object.defineProperty(navigator, "connection", {value});
  }, line);
  const engine: string[] = [];
  page.on("request", (request) => {
    if (/vendor\/worker|\.wasm|data\/\w+-(train|test)/.test(request.url()))
      engine.push(request.url());
  });
  await page.goto(page.url().replace("about", `${pageOf("gan-plane")}?backend=wasm`));
  return {page, engine, plane: new ExperimentPage(page, "gan-plane")};
}

const shownNow = ({root}: ExperimentPage) => root.locator(".recorded").textContent();
const seedOf = ({root}: ExperimentPage) => root.getAttribute("data-seed");

/** Longer than a reader has to look at an experiment before their own start is drawn. */
const lookedAtMs = 2000;

/** Every word that the experiment says of its picture from now on. */
async function words({root}: ExperimentPage): Promise<() => Promise<string[]>> {
  const said = await root.locator(".recorded").evaluateHandle((label) => {
    const all: string[] = [];
    new MutationObserver(() => all.push(label.textContent)).observe(label, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return all;
  });
  return () => said.jsonValue();
}

describe("an experiment begins", () => {
  browserTest(
    "with what was recorded, and for whoever turns to it or looks at it with how their own run begins",
    async ({open}) => {
      const {page, engine, plane} = await openPlane(open, true);
      await plane.root.scrollIntoViewIfNeeded();
      await plane.picturesShown();
      await expect.poll(() => shownNow(plane)).toBe("before the first step, recorded with seed 7");
      await page.waitForTimeout(lookedAtMs);
      expect(engine, "nobody has asked for it, and data is to be saved").toEqual([]);
      expect(await plane.root.locator(".run-note").textContent()).toBe("7 gives the recorded run");

      const before = await plane.picture();
      await plane.root.locator('[data-part="picture"]').hover();
      await expect.poll(() => shownNow(plane)).toBe("live: before the first step");
      await expect.poll(() => plane.picture()).not.toBe(before);
      expect([await plane.status(), await plane.step()]).toEqual(["idle", 0]);
      expect(page.workers()).toHaveLength(1);
      expect(await page.evaluate(() => location.hash)).toBe("");

      const seed = await seedOf(plane);
      expect(Number(seed)).toBeGreaterThanOrEqual(1000);
      await page.reload();
      await expect.poll(() => seedOf(plane)).toBe(seed);
      const other = await openPlane(open);
      await other.plane.root.locator('[data-part="picture"]').scrollIntoViewIfNeeded();
      await expect.poll(() => shownNow(other.plane)).toBe("live: before the first step");
      await expect.poll(() => seedOf(other.plane)).toMatch(/^\d{4,5}$/);
      expect(await seedOf(other.plane), "every reader has another").not.toBe(seed);
    },
  );

  browserTest(
    "and goes on beyond its end, to the next that the text offers, and anew with another seed",
    async ({open}) => {
      const given = {seed: 5, maxSteps: 20};
      const plane = await ExperimentPage.open(open, "gan-plane", given);
      const {page, root} = plane;
      await plane.train();
      await plane.press("20 more");
      await expect.poll(() => plane.step()).toBe(40);
      await plane.until("done");
      await expect.poll(() => page.evaluate(() => location.hash)).toContain("maxSteps=40");
      const whole = await plane.picture();
      await plane.openTab("Save and share");
      const recipe = pngText((await plane.saved("Pictures (PNG)")).bytes, "Recipe");
      expect(recipe).toMatch(/step 40, wasm\nseed = 5\n[\s\S]*maxSteps = 40/);
      const buffer = (await plane.saved("Run (JSON)")).bytes;
      expect(JSON.parse(buffer.toString())).toMatchObject({
        params: {maxSteps: 20},
        changes: [{step: 20, name: "maxSteps", value: 40}],
        steps: 40,
      });

      const said = await words(plane);
      await root.getByRole("link", {name: "Try this next: Eight spots"}).click();
      await expect.poll(said).toContain("other settings: their picture is on its way …");
      await expect.poll(() => shownNow(plane)).toBe("live: before the first step");
      expect(await seedOf(plane)).not.toBe("5");
      await expect.poll(() => plane.picture()).not.toBe(whole);

      const file = {name: "run.json", mimeType: "application/json", buffer};
      await root.getByLabel("Open a run file").setInputFiles(file);
      await expect.poll(() => plane.step()).toBe(40);
      await expect.poll(() => plane.picture(), {message: "the same run, bit for bit"}).toBe(whole);

      await page.evaluate(() => {
        location.hash = "#gan-plane.seed=5&gan-plane.maxSteps=20";
      });
      await expect.poll(() => plane.step()).toBe(0);
      await plane.press("Train");
      await plane.until("done");
      await plane.press("New seed");
      await expect.poll(() => seedOf(plane)).not.toBe("5");
      await plane.until("done");
      await expect.poll(() => plane.step()).toBe(20);
    },
  );
});
