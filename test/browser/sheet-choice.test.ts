import type {BrowserContextOptions, Page} from "playwright";
import {describe} from "vitest";
import {axeViolations} from "./axe.js";
import {ExperimentPage, pageOf} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>;

/** Where a choice doesn't stand on the first page of its experiment. */
const elsewhere: Readonly<Record<string, string>> = {
  "gan-digits.strongJudge": "lessons/03-gans/how-it-fails",
  "vae-digits.costlyCode": "lessons/04-vaes/the-price-of-a-code",
};

async function openChoice(open: Open, name: string, options?: BrowserContextOptions) {
  const [id = ""] = name.split(".");
  const path = elsewhere[name] ?? pageOf(id);
  const page = await open(ExperimentPage.addressOf(path, {}), options);
  return {page, ...(await reach(page, name))};
}

async function reach(page: Page, name: string) {
  const root = page.locator(`[data-sheet-choice="${name}"]`);
  await root.scrollIntoViewIfNeeded();
  await root.locator(".fig-sheets canvas").first().waitFor();
  const radio = (letter: string) => root.getByRole("radio", {name: new RegExp(`^Sheet ${letter}`)});
  const status = () => root.getAttribute("data-status");
  const words = () => root.locator(".sheet-words").innerText();
  return {root, radio, status, words};
}

describe("a choice of a sheet", () => {
  browserTest(
    "is made by keyboard, stands while the run goes on, is judged by that run, and is kept",
    async ({open}) => {
      const name = "vae-digits.costlyCode";
      const {page, root, radio, status, words} = await openChoice(open, name);
      expect(await status()).toBe("open");
      expect(await words()).toBe("Choose the sheet that you expect.");
      expect(await root.innerText()).not.toMatch(/Recorded|nats/);
      await radio("A").focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      expect(await radio("B").isChecked()).toBe(true);
      await page.keyboard.press("ArrowUp");
      await expect.poll(words).toMatch(/^You expect sheet A\. Now set the experiment so/);

      const experiment = new ExperimentPage(page, "vae-digits");
      await root.getByRole("link", {name: "Set the experiment so"}).press("Enter");
      await expect.poll(words).toMatch(/^You expect sheet A\. Now press Train/);
      await experiment.press("Train");
      await expect.poll(status).toBe("running");
      expect(await radio("B").isDisabled()).toBe(true);
      expect(await words()).toMatch(
        /your choice stands: sheet A\. Both are compared at step 300\.$/,
      );
      await experiment.until("done");
      await expect.poll(status).toBe("done");
      await experiment.press("Your sheet: compare the run with it");
      expect(await root.evaluate((section) => section === document.activeElement)).toBe(true);

      await expect.poll(words).toMatch(/^Your run came nearest to sheet C\. You chose A\./);
      const kl = experiment.root
        .locator(".fig-metric", {hasText: "KL, held out"})
        .locator(".fig-big");
      const own = async () =>
        `Nearest by KL, held out: ${await kl.textContent()} nats in your run, `;
      await expect.poll(async () => (await words()).includes(await own())).toBe(true);
      const measured = await kl.textContent();
      const said = await words();
      expect(said).toMatch(/Sheet A: a code that tells nothing\. It tells 0\.0\d+ nats/);
      expect(said).toContain(`Hence ${measured} nats`);
      expect(said).toMatch(/Chance: 5 recorded runs .* had 0\.875 to 1\.45 nats/);
      const captions = root.locator(".sheet-pair figcaption");
      await expect.poll(() => captions.allTextContents()).toHaveLength(3);
      expect(await captions.first().textContent()).toBe("Your run. Live: 300 steps, seed 7, wasm.");
      expect(await captions.nth(1).textContent()).toMatch(/^Sheet A\. Recorded .* beta 40, seed 1/);
      const pictures = await root
        .locator(".sheet-pair canvas")
        .evaluateAll((all) => all.map((one) => (one as HTMLCanvasElement).toDataURL()));
      expect(new Set(pictures).size).toBe(3);
      const rows = await root.locator("tbody th").allTextContents();
      expect(rows).toEqual([
        "Your run, step 300",
        "Sheet A",
        "Sheet B",
        "Sheet C",
        "Sheet D",
        "Floor",
      ]);
      expect(await root.locator("tbody tr td").first().textContent()).toBe(measured);

      await page.reload();
      const again = await reach(page, name);
      await expect.poll(() => again.radio("A").isChecked()).toBe(true);
    },
  );

  browserTest(
    "says how its sheets were made to whoever asks, in the dark on a phone",
    async ({open}) => {
      const {page, root, radio, status} = await openChoice(open, "gan-digits.strongJudge", {
        viewport: {width: 360, height: 740},
        colorScheme: "dark",
        reducedMotion: "reduce",
      });
      await root.getByRole("button", {name: "Show what the sheets are"}).click();
      await expect.poll(status).toBe("recorded");
      expect(await radio("A").isDisabled()).toBe(true);
      expect(await root.locator(".fig-sheet-line").allTextContents()).toEqual([
        expect.stringMatching(/^Recorded \d{4}-\d\d-\d\d: 20 steps, .*, seed 1, wasm\.$/),
        expect.stringMatching(/: 200 steps, judge's steps per step 5, seed 4, wasm\.$/),
        expect.stringMatching(/: 200 steps, loss minimax, judge's steps .* 5, seed 7, wasm\.$/),
        expect.stringMatching(/: 800 steps, the settings that .*, seed 1, wasm\.$/),
      ]);
      expect(await axeViolations(page)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(360);
      await root.getByRole("button", {name: "Hide what the sheets are"}).click();
      await expect.poll(status).toBe("open");
      await radio("D").check();
      expect(await radio("D").isChecked()).toBe(true);
    },
  );
});
