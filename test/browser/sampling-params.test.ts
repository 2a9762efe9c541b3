import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const id = "vae-faces";
const small = {width: 4, batchSize: 8, maxSteps: 12};

describe("params that touch no weight", () => {
  browserTest(
    "come with a link, redraw a run that is paused or done, and are reset and locked like any other",
    async ({open}) => {
      const linked = {...small, strength: 2, end: "B", locked: "add"};
      const experiment = await ExperimentPage.open(open, id, linked, {ready: ".fig-chooser"});
      const {page, root} = experiment;
      const strength = root.getByLabel("Strength");
      const caption = root.locator(".fig-row").nth(2).locator("li").last();
      const picture = () => pixels(root.locator(".fig-row").nth(2).locator("canvas").last());
      const hash = () => page.evaluate(() => location.hash);
      expect(await root.locator("form.params").getByLabel("Strength").count()).toBe(0);
      expect(await root.getByLabel("B", {exact: true}).isChecked()).toBe(true);
      expect(await strength.getAttribute("aria-valuetext")).toBe("2");

      await experiment.openTab("Add an attribute");
      await experiment.press("Step");
      await experiment.until("paused");
      await expect.poll(() => caption.textContent()).toBe("2");
      const add = root.getByLabel("Add (set by the link)");
      expect(await add.isDisabled()).toBe(true);
      const atTwo = await picture();
      await strength.focus();
      for (let i = 0; i < 4; i++) await page.keyboard.press("ArrowLeft");
      await expect.poll(() => caption.textContent()).toBe("1");
      await expect.poll(picture).not.toBe(atTwo);
      expect([await experiment.status(), await experiment.step()]).toEqual(["paused", 1]);
      expect(await hash()).not.toContain("strength");

      await experiment.press("Train");
      await experiment.until("done");
      await experiment.openTab("From A to B");
      await root.getByRole("button", {name: "face 4", exact: true}).click();
      await root.getByRole("button", {name: "face 4, B"}).waitFor();
      await root.getByLabel("A", {exact: true}).check();
      await root.getByRole("button", {name: "face 2", exact: true}).click();
      await root.getByRole("button", {name: "face 2, A"}).waitFor();
      await experiment.openTab("Add an attribute");
      const atOne = await picture();
      await strength.focus();
      await page.keyboard.press("End");
      await expect.poll(picture).not.toBe(atOne);
      expect([await experiment.status(), await experiment.step()]).toEqual(["done", 12]);
      await expect.poll(hash).toMatch(/locked=add.*strength=2/);
      expect(await hash()).toMatch(/face=2.*other=4/);
      expect(await hash()).not.toContain("end=");

      await experiment.openTab("Code");
      await expect
        .poll(() => root.locator(".code-recipe").textContent())
        .toMatch(/\nface = 2\nother = 4\nend = A\n/);
      await experiment.press("Reset");
      await experiment.until("idle");
      await expect.poll(hash).toMatch(/strength=2/);
      expect(await hash()).not.toMatch(/face=2|other=4/);
      expect(await root.getByLabel("B", {exact: true}).isChecked()).toBe(true);
    },
  );
});

type Canvas = ReturnType<ExperimentPage["root"]["locator"]>;

/** What a canvas shows, once it has been seen: it is drawn only then. */
async function pixels(canvas: Canvas): Promise<string> {
  await canvas.scrollIntoViewIfNeeded();
  return canvas.evaluate((each) => (each as HTMLCanvasElement).toDataURL());
}
