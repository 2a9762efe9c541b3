import {describe} from "vitest";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const number = (text: string | null) => Number(text?.replaceAll(",", ""));

describe("what a reader does", () => {
  browserTest("sees the distance fall well below its start", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-digits", {maxSteps: 300}));
    const digits = new ExperimentPage(page, "gan-digits");
    await digits.press("Train");
    await digits.until("done");
    await digits.root.getByText("Save and open").click();
    const file = JSON.parse((await digits.saved("Run (JSON)")).bytes.toString());
    const distances = file.measurements.map(
      ({scalars}: {scalars: {frechet: number}}) => scalars.frechet,
    );
    expect(distances.at(-1)).toBeLessThan(0.6 * distances[0]);
    const shown = digits.root.locator(".fig-metric").first();
    const value = async () =>
      number((await shown.textContent())?.match(/[\d,]{3,}|\d+\.\d/)?.[0] ?? null);
    await expect.poll(async () => Math.abs((await value()) - distances.at(-1))).toBeLessThan(1);
  });

  browserTest("trains with the keyboard alone", async ({open}) => {
    const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 20}));
    const plane = new ExperimentPage(page, "gan-plane");
    await plane.root.getByRole("button", {name: "Train", exact: true}).focus();
    await page.keyboard.press("Enter");
    await plane.until("done");
    await expect.poll(() => plane.step()).toBe(20);
  });

  browserTest(
    "leaves the tab: the run waits, and goes on when the tab is seen again",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 20000}));
      const plane = new ExperimentPage(page, "gan-plane");
      const show = (hidden: boolean) =>
        page.evaluate((value) => {
          Object.defineProperty(document, "hidden", {value, configurable: true});
          document.dispatchEvent(new Event("visibilitychange"));
        }, hidden);
      await plane.press("Train");
      await plane.untilStep(20);
      await show(true);
      await plane.until("paused");
      const step = await plane.step();
      await page.waitForTimeout(500);
      expect(await plane.step()).toBe(step);
      await show(false);
      await plane.untilStep(step + 20);
    },
  );

  browserTest(
    "types a value while it trains, undisturbed by what is told meanwhile",
    async ({open}) => {
      const page = await open(ExperimentPage.address("gan-plane", {maxSteps: 20000}));
      const plane = new ExperimentPage(page, "gan-plane");
      await plane.press("Train");
      await plane.untilStep(20);
      const rate = plane.root.getByLabel("Learning rate, exact value");
      await rate.fill("7");
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

  browserTest("looks inside the networks and at the code that ran", async ({open}) => {
    const page = await open(
      ExperimentPage.address("gan-digits", {maxSteps: 10, baseWidth: 4, batchSize: 8}),
    );
    const digits = new ExperimentPage(page, "gan-digits");
    await digits.press("Train");
    await digits.until("done");
    await digits.root.getByText("Look inside the networks").click();
    await digits.press("generator");
    const panel = digits.root.locator(".inside-body");
    await expect
      .poll(() => panel.locator("figcaption").allTextContents(), {timeout: 30_000})
      .toContain("History");
    await expect.poll(() => panel.locator("table").first().textContent()).toMatch(/7 × 7 × 8/);
    await expect.poll(() => panel.locator("canvas, svg").count()).toBeGreaterThan(5);
    await digits.root.getByText("Show the code that ran").click();
    await expect
      .poll(() => digits.root.locator(".code-recipe").textContent())
      .toContain("gan-digits, step 10, wasm");
    await expect
      .poll(() => digits.root.locator(".code-text").textContent())
      .toContain("export function dcgan");
  });

  browserTest("asks for the training picture nearest to a generated one", async ({open}) => {
    const page = await open(
      ExperimentPage.address("gan-digits", {maxSteps: 10, baseWidth: 4, batchSize: 8}),
    );
    const digits = new ExperimentPage(page, "gan-digits");
    await digits.press("Train");
    await digits.until("done");
    await digits.root.getByRole("listbox").focus();
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => digits.root.locator(".fig-inspector").textContent(), {timeout: 20_000})
      .toMatch(/nearest training picture.*\d\.\d+/s);
  });
});
