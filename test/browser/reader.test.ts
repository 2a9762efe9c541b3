import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** Small enough for seconds. */
const small = {baseWidth: 4, batchSize: 8, maxSteps: 10};

const number = (text: string | null) => Number(text?.replaceAll(",", ""));

/** "−0.31", or nothing where there is no input. */
const numeral = (text: string) => Number(text.replace("−", "-").replace("·", "0"));

describe("what a reader does", () => {
  browserTest("sees the distance fall well below its start", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-digits", {maxSteps: 300}));
    const digits = new ExperimentPage(page, "gan-digits");
    await digits.press("Train");
    await digits.until("done");
    await digits.openTab("Save and share");
    const file = JSON.parse((await digits.saved("Run (JSON)")).bytes.toString());
    const distances = file.measurements.map(
      ({scalars}: {scalars: {frechet: number}}) => scalars.frechet,
    );
    expect(distances.at(-1)).toBeLessThan(0.6 * distances[0]);
    await digits.openTab("Measures");
    const shown = digits.root.locator(".fig-metric").first();
    const value = async () =>
      number((await shown.textContent())?.match(/[\d,]{3,}|\d+\.\d/)?.[0] ?? null);
    await expect.poll(async () => Math.abs((await value()) - distances.at(-1))).toBeLessThan(1);
  });

  browserTest(
    "trains with the keyboard, leaves the tab, so that the run waits, and types while it trains, undisturbed by what is told",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 20000}));
      const plane = new ExperimentPage(page, "gan-plane");
      await plane.root.getByRole("button", {name: "Train", exact: true}).focus();
      await page.keyboard.press("Enter");
      await plane.untilStep(20);

      const show = (hidden: boolean) =>
        page.evaluate((value) => {
          Object.defineProperty(document, "hidden", {value, configurable: true});
          document.dispatchEvent(new Event("visibilitychange"));
        }, hidden);
      await show(true);
      await plane.until("paused");
      const step = await plane.step();
      await page.waitForTimeout(500);
      expect(await plane.step()).toBe(step);
      await show(false);
      await plane.untilStep(step + 20);

      const rate = plane.root.getByLabel("Learning rate, exact value");
      await rate.fill("7");
      await plane.moreDials();
      const batch = plane.root.getByLabel("Batch size, exact value");
      await batch.fill("64");
      const next = Math.ceil((await plane.step()) / 100) * 100 + 100;
      await plane.untilStep(next + 10);
      expect(await batch.inputValue()).toBe("64");
      await expect
        .poll(() => plane.root.locator('[data-param="learningRate"] .param-error').innerText())
        .toBe("invalid Learning rate: 7 (a number from 0.00001 to 0.1)");
      await rate.fill("0.01");
      await page.keyboard.press("Tab");
      await plane.untilStep(20);
      expect(await plane.status()).toBe("running");
      await expect.poll(() => page.url()).toContain("batchSize=64");
    },
  );

  // The first of those that train this one, since it asks what is said before.
  browserTest(
    "walks between two pictures that are chosen by mouse and by keys, and saves the walk",
    async ({look}) => {
      const digits = await ExperimentPage.look(look, "gan-digits", small, {
        reducedMotion: "reduce",
      });
      await digits.openTab("Walk");
      const walk = digits.root.locator(".walk");
      const note = walk.locator("p.fig-note[role=status]");
      await expect.poll(() => note.textContent()).toMatch(/drawn by your own generator/);
      await digits.train();
      await expect.poll(() => note.textContent()).toBe("Live: your generator after 10 steps.");
      expect(await walk.locator(".fig-row li").count()).toBe(18);

      const cells = digits.root.locator(".fig-samples .fig-cells");
      await cells.click({position: {x: 100, y: 20}});
      await digits.press("Start at the chosen picture");
      await cells.focus();
      await digits.page.keyboard.press("End");
      await digits.press("End at the chosen picture");
      await expect
        .poll(() => walk.locator(".walk-ends").textContent())
        .toMatch(/^From picture 2 to picture 40 of the sheet\./);

      const slider = walk.getByRole("slider", {name: "Place on the way"});
      await slider.focus();
      await digits.page.keyboard.press("End");
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

  browserTest("looks inside the networks and at the code that ran", async ({look}) => {
    const digits = await ExperimentPage.look(look, "gan-digits", small);
    await digits.train();
    await digits.openTab("Look inside");
    const inside = digits.root.locator(".inside");
    await digits.press("discriminator");
    await expect
      .poll(() => inside.locator(".inside-status").textContent())
      .toBe("The discriminator at step 10.");
    const layer = inside.getByLabel("Layer");
    expect(await layer.inputValue()).toBe("down1");
    expect((await layer.locator("option").allTextContents()).join()).toMatch(/7 × 7 × 8/);
    const words = inside.locator(".inside-words");
    const arithmetic = async () => {
      const products = await inside.locator("table").nth(2).locator("td").allTextContents();
      const sum = products.reduce((total, text) => total + numeral(text), 0);
      const said =
        /products .* sum to (\S+)\. With the bias of (\S+), down1 gives (\S+)\. leaky1 makes it (\S+)\.$/;
      const [own, bias, result, leaky] = said
        .exec((await words.textContent())!)!
        .slice(1)
        .map(numeral);
      expect(products).toHaveLength(16);
      expect(Math.abs(sum - own!)).toBeLessThan(0.1); // each product is rounded
      expect(Math.abs(own! + bias! - result!)).toBeLessThan(0.02);
      expect(Math.abs((result! > 0 ? 1 : 0.2) * result! - leaky!)).toBeLessThan(0.02);
    };
    await arithmetic();
    const before = await words.textContent();
    await inside.getByRole("slider", {name: /choose a number/}).focus();
    for (let i = 0; i < 4; i++) await digits.page.keyboard.press("ArrowUp");
    expect(await words.textContent()).not.toBe(before);
    await arithmetic();
    await inside.getByRole("slider", {name: "activations"}).focus();
    await digits.page.keyboard.press("End");
    expect(await inside.getByRole("slider", {name: "weights"}).getAttribute("aria-valuetext")).toBe(
      "filter 4 of 4",
    );
    await arithmetic();
    await inside.getByText("All layers in numbers").click();
    await expect.poll(() => inside.locator("figcaption").allTextContents()).toContain("History");
    await expect
      .poll(() => inside.locator(".inside-chart :is(canvas, svg)").count())
      .toBeGreaterThan(5);
    await digits.openTab("Code");
    await expect
      .poll(() => digits.root.locator(".code-recipe").textContent())
      .toContain("gan-digits, step 10, wasm");
    await expect
      .poll(() => digits.root.locator(".code-text").textContent())
      .toContain("export function dcgan");
  });

  browserTest("asks for the training picture nearest to a generated one", async ({look}) => {
    const digits = await ExperimentPage.look(look, "gan-digits", small);
    await digits.train();
    await digits.root.getByRole("listbox").focus();
    await digits.page.keyboard.press("ArrowRight");
    await expect
      .poll(() => digits.root.locator(".fig-inspector").textContent())
      .toMatch(/nearest training picture.*\d\.\d+/s);
  });
});
