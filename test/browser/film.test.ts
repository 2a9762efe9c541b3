import {describe} from "vitest";
import {gifComment} from "../../src/experiment/exports/gif.js";
import {readGif} from "../src/experiment/exports/read-gif.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** The rows above the strip of text: the picture itself. */
function pictureOf(pixels: readonly number[], width: number): readonly number[] {
  return pixels.slice(0, pixels.length - 20 * width);
}

describe("a film of a run", () => {
  browserTest(
    "asks for a run first, shows how the plane changed, names its steps and keeps the recipe",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-plane", {seed: 4}));
      const plane = new ExperimentPage(page, "gan-plane");
      await plane.openTab("Save and share");
      await plane.press("Film (GIF)");
      await expect
        .poll(() => plane.root.locator(".export-status").textContent())
        .toContain("Press Train first");
      for (const step of [1, 2, 3, 4]) {
        const before = step > 1 ? await plane.picture() : "";
        await plane.press("Step");
        await plane.untilStep(step);
        await expect.poll(() => plane.picture()).not.toBe(before);
      }
      const shown = await plane.picture();
      const {name, bytes} = await plane.saved("Film (GIF)");
      expect(name).toBe("gan-plane-to-step-4.gif");
      const comment = gifComment(bytes)!;
      expect(comment).toContain("gan-plane, step 4, wasm");
      expect(comment).toContain("seed = 4");
      const steps = /frames at steps (.*)$/.exec(comment)![1]!.split(", ").map(Number);
      const {frames, width, loops} = readGif(bytes);
      expect(loops).toBe(true);
      expect(steps.slice(-4)).toEqual([1, 2, 3, 4]);
      expect(frames).toHaveLength(steps.length);
      expect(frames.at(-1)!.ms).toBe(2500);
      const times = frames.slice(0, -1).map(({ms}) => ms);
      expect(new Set(times).size, "each took one step to the next").toBe(1);
      for (const [i, {pixels}] of frames.slice(1).entries()) {
        const [now, before] = [pictureOf(pixels, width), pictureOf(frames[i]!.pixels, width)];
        expect(now, `steps ${steps[i]} and ${steps[i + 1]}`).not.toEqual(before);
      }
      await expect.poll(() => plane.picture()).toBe(shown);
    },
  );

  browserTest(
    "of grey pictures has exactly their greys, and training goes on after it",
    async ({open}) => {
      const small = {baseWidth: 4, batchSize: 8, maxSteps: 5000};
      const page = await open(ExperimentPage.address("gan-digits", small));
      const digits = new ExperimentPage(page, "gan-digits");
      await digits.press("Train");
      await digits.untilStep(12);
      await digits.openTab("Save and share");
      const {bytes} = await digits.saved("Film (GIF)");
      const {frames, width} = readGif(bytes);
      expect(frames.length).toBeGreaterThan(1);
      const greys = frames.map(({pixels}) => new Set(pictureOf(pixels, width)));
      for (const rgb of greys.flatMap((each) => [...each]))
        expect(rgb).toBe((rgb & 255) * 0x010101);
      // Which steps are in it depends on the machine's speed, and the first steps draw almost one grey.
      expect(greys.at(-1)!.size).toBeGreaterThan(20);
      const step = await digits.step();
      await digits.untilStep(step + 2);
      expect(await digits.status()).toBe("running");
    },
  );

  browserTest("of a patient in the clinic shows each of its pictures", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-clinic"));
    const clinic = new ExperimentPage(page, "gan-clinic");
    for (const step of [1, 2, 3]) {
      await clinic.press("Step");
      await clinic.untilStep(step);
      await expect
        .poll(() => clinic.root.locator(".how-made").textContent())
        .toContain(`after ${step} steps`);
    }
    await clinic.openTab("Save and share");
    const {bytes} = await clinic.saved("Film (GIF)");
    const {frames, width} = readGif(bytes);
    const pictures = new Set(frames.map(({pixels}) => `${pictureOf(pixels, width)}`));
    expect(pictures.size).toBe(frames.length);
  });
});
