import {describe} from "vitest";
import {countInputs, type Driven, figureValue, openFigures} from "./gallery-page.js";
import {browserTest, expect} from "./harness.js";

describe("timeline", () => {
  const range = "#timeline input";

  browserTest("steps from checkpoint to checkpoint and tells only changes", async ({look}) => {
    const page = await openFigures(look, {}, "timeline");
    const inputs = await countInputs(page, "timeline");
    await page.focus(range);
    await page.keyboard.press("ArrowRight");
    expect(await figureValue(page, "timeline")).toBe(400);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    expect(await figureValue(page, "timeline")).toBe(0);
    expect(await inputs()).toBe(2);
    expect(await page.getAttribute(range, "aria-valuetext")).toBe(
      "step 0 of 600; training from here starts a branch",
    );
  });

  browserTest("snaps the pointer to the nearest checkpoint", async ({look}) => {
    const page = await openFigures(look, {}, "timeline");
    await page.locator(range).scrollIntoViewIfNeeded();
    const box = (await page.locator(range).boundingBox())!;
    await page.mouse.click(box.x + 9 + (box.width - 18) * 0.72, box.y + box.height / 2);
    expect(await figureValue(page, "timeline")).toBe(400);
    expect(await page.inputValue(range)).toBe("400");
  });

  browserTest("waits, disabled, for checkpoints", async ({look}) => {
    const page = await openFigures(look, {}, "timeline");
    await page.$eval("#timeline .fig", (figure) =>
      (figure as Driven).update({steps: [0], position: 0, last: 0}),
    );
    expect(await page.isDisabled(range)).toBe(true);
    expect(await page.textContent("#timeline output")).toMatch(/they come as it trains/);
  });
});
