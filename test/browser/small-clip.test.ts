import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const id = "small-clip";
/** Small enough for seconds. */
const small = {width: 4, batchSize: 8, maxSteps: 10};

describe("small-clip on wasm", () => {
  browserTest("is searched by words, and refuses unknown ones by name", async ({open}) => {
    const page = await open(ExperimentPage.address(id, small), {
      viewport: {width: 1440, height: 900},
    });
    const experiment = new ExperimentPage(page, id);
    const search = experiment.root.locator(".clip-search");
    const note = search.locator(".fig-note");
    const field = search.getByLabel("Search for");
    await experiment.root.scrollIntoViewIfNeeded();
    await experiment.press("Train");
    await experiment.until("done");
    await expect.poll(() => note.textContent()).toBe("Understood: brown, animal. Live, step 10.");
    expect(await search.locator("li").count()).toBe(10);

    await field.fill("red friut");
    await expect
      .poll(() => note.textContent())
      .toMatch(/^Understood: red\. Not in any caption twice: friut \(perhaps fruit/);
    await field.fill("<b>שלום</b> 🍎");
    await expect.poll(() => note.textContent()).toContain("Not in any caption twice: שלום.");
    expect(await note.locator("b").count()).toBe(0);
    expect(await search.locator("li").count()).toBe(0);
    await field.fill("yellow face");
    await expect.poll(() => search.locator("li").count()).toBe(10);
  });

  browserTest("a caption is chosen with the keys, and shows what it finds", async ({open}) => {
    const page = await open(ExperimentPage.address(id, small));
    const experiment = new ExperimentPage(page, id);
    await experiment.root.scrollIntoViewIfNeeded();
    await experiment.showRecorded();
    const chosen = experiment.root.locator(".fig-similarity-chosen");
    await expect.poll(() => chosen.textContent()).toMatch(/^“.+”, its own picture: /);
    const before = await chosen.textContent();
    await experiment.root.getByRole("slider", {name: /captions in rows/}).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => chosen.textContent()).not.toBe(before);
    expect(await experiment.root.locator(".fig-similarity-first li").count()).toBe(5);
  });
});
