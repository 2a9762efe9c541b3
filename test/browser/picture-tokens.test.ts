import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const id = "picture-tokens";
/** Small enough for seconds. */
const small = {channels: 4, width: 16, batchSize: 8, codeSteps: 10, maxSteps: 20};

browserTest(
  "what is erased is filled in by the live network, in the order that is set, without a step",
  async ({open}) => {
    const experiment = await ExperimentPage.open(open, id, small);
    const {page, root} = experiment;
    const mending = root.locator("figure", {has: page.locator(".fig-eraser")}).last();
    const note = mending.locator(".fig-note");
    const mended = mending.locator(".fig-row canvas");
    const drawn = (index: number) =>
      mended.nth(index).evaluate((each) => (each as HTMLCanvasElement).toDataURL());
    await experiment.press("Train");
    await experiment.until("done");
    await mending.scrollIntoViewIfNeeded();
    await expect.poll(() => note.textContent()).toBe("21 of 49 tokens filled in. Live, step 20.");
    expect(await mended.count()).toBe(6);

    await mending.getByRole("button", {name: "Put all back"}).click();
    await expect.poll(() => note.textContent()).toMatch(/^Nothing is erased/);
    await expect.poll(async () => (await drawn(0)) === (await drawn(5))).toBe(true);
    await mending.getByRole("listbox").focus();
    await page.keyboard.press("Space");
    await expect.poll(() => note.textContent()).toBe("1 of 49 tokens filled in. Live, step 20.");
    await expect.poll(() => page.evaluate(() => location.hash)).toContain("erased=25");

    const seen = root.locator(".stage-dials .param:visible > label");
    expect(await seen.allTextContents(), "the others are folded").toEqual([
      "Written",
      "Temperature",
      "Entries",
    ]);
    expect(
      await seen.evaluateAll((all) => all.map((each) => getComputedStyle(each, "::after").content)),
    ).toEqual(['"redraws"', '"redraws"', "none"]);

    const turns = root.locator(".fig-token-turn");
    expect(await turns.textContent()).toBe("all written");
    await root.getByLabel("Written", {exact: true}).selectOption("missing");
    const last = root.locator(".fig-tokens input[type=range]");
    await expect.poll(() => last.getAttribute("max")).toBe("8");
    expect([await experiment.status(), await experiment.step()]).toEqual(["done", 20]);
  },
);
