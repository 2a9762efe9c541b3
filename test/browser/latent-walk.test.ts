import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** Small enough for seconds. */
const small = {baseWidth: 4, batchSize: 8, maxSteps: 10};

describe("the walk of gan-digits", () => {
  browserTest(
    "goes between two pictures that the reader chooses, by mouse and by keys, and is saved",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-digits", small), {
        viewport: {width: 1440, height: 900},
        reducedMotion: "reduce",
      });
      const digits = new ExperimentPage(page, "gan-digits");
      const walk = digits.root.locator(".walk");
      const note = walk.locator("p.fig-note[role=status]");
      await expect.poll(() => note.textContent()).toMatch(/drawn by your own generator/);
      await digits.press("Train");
      await digits.until("done");
      await expect.poll(() => note.textContent()).toBe("Live: your generator after 10 steps.");
      expect(await walk.locator(".fig-row li").count()).toBe(18);

      const cells = digits.root.locator(".fig-samples .fig-cells");
      await cells.click({position: {x: 100, y: 20}});
      await digits.press("Start at the chosen picture");
      await cells.focus();
      await page.keyboard.press("End");
      await digits.press("End at the chosen picture");
      await expect
        .poll(() => walk.locator(".walk-ends").textContent())
        .toMatch(/^From picture 2 to picture 40 of the sheet\./);

      const slider = walk.getByRole("slider", {name: "Place on the way"});
      await slider.focus();
      await page.keyboard.press("End");
      expect(await slider.getAttribute("aria-valuetext")).toBe("24 of 24");
      await digits.press("Next place"); // motion is reduced: one place, from the end back to the start
      expect(await slider.getAttribute("aria-valuetext")).toBe("0 of 24");
      const saved = await digits.saved("Save the walk (PNG)");
      expect(saved.name).toBe("gan-digits-walk-2-40-step-10.png");
      expect(saved.bytes.subarray(1, 4).toString()).toBe("PNG");
      const film = await digits.saved("Save it as a film (GIF)");
      expect(film.name).toBe("gan-digits-walk-2-40-step-10.gif");
      expect(film.bytes.subarray(0, 6).toString()).toBe("GIF89a");
    },
  );
});
