import {readFileSync} from "node:fs";
import type {Page} from "playwright";
import {browserTest, expect} from "./harness.js";

const path = "lessons/08-evaluation/people";

/** Comes to the part `question`, fetches it, and gives its element. */
async function part(page: Page, question: string, place: number) {
  await page.locator(".judges-to-come").nth(place).scrollIntoViewIfNeeded();
  const section = page.locator(`[data-judging="${question}"]`);
  await section.waitFor();
  return section;
}

browserTest(
  "judges by keys, mouse and touch; answers outlive a reload, leave as a file and are pooled with others",
  async ({open}) => {
    const page = await open(path, {hasTouch: true, viewport: {width: 360, height: 740}});
    await page.evaluate(keepOwnRun);
    await page.reload();
    const found = await part(page, "real-or-made", 0);
    const names = found.locator("tbody th");
    expect(await names.allInnerTexts()).toEqual([
      ...["all", "GAN", "VAE", "tokens", "diffusion"],
      "own GAN, seed 12345, step 300",
    ]);
    const answers = () => found.getAttribute("data-answers");
    await page.keyboard.press("ArrowLeft");
    expect(await answers()).toBe("0");
    await found.getByRole("button", {name: "Start"}).click();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    await found.getByRole("button", {name: "right"}).click();
    await found.getByRole("button", {name: "left"}).tap();
    expect(await answers()).toBe("7");
    expect(await found.locator("[role=status]").first().innerText()).toBe("Round 8 of 20");
    expect(await found.innerText()).toContain("after 20 rounds, not before");

    await page.reload();
    await part(page, "real-or-made", 0);
    await found.getByRole("button", {name: "Go on with round 8"}).click();
    for (let i = 7; i < 20; i++) await page.keyboard.press("ArrowRight");
    expect(await found.getAttribute("data-status")).toBe("idle");
    expect(await found.innerText()).toMatch(
      /found in \d+ of 20 rounds: \d+ %\. Exact 95 % interval/,
    );
    await expect
      .poll(() => page.evaluate("document.activeElement.textContent"))
      .toBe("20 more rounds");

    const ranked = await part(page, "ranking", 1);
    await ranked.getByRole("button", {name: "Start"}).click();
    for (let i = 0; i < 20; i++) await page.keyboard.press("ArrowDown");
    expect(await ranked.innerText()).toContain("tell none apart");

    await page.locator(".pooling-to-come").scrollIntoViewIfNeeded();
    const pool = page.locator(".judging-pool");
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      pool.getByRole("button", {name: "Save my answers"}).click(),
    ]);
    const buffer = readFileSync(await saved.path());
    const file = (name: string, of: Buffer) => ({name, mimeType: "application/json", buffer: of});
    const other = Buffer.from(buffer.toString().replaceAll("2026-", "2025-"));
    await pool
      .locator("input")
      .setInputFiles([
        file("one.json", buffer),
        file("broken.json", buffer.subarray(0, -9)),
        file("again.json", buffer),
        file("other.json", other),
      ]);
    const list = pool.locator("li");
    await expect.poll(() => list.count()).toBe(4);
    expect(await list.allInnerTexts()).toEqual([
      expect.stringMatching(/^one\.json: 40 answers, the real one found in \d+ of 20$/),
      expect.stringMatching(/^broken\.json: left out, it is no file of judgements/),
      expect.stringMatching(/^again\.json: 40 answers/),
      expect.stringMatching(/^other\.json: 40 answers/),
    ]);
    expect(await pool.innerText()).toContain("3 files pooled. 40 answers came more than once");
    expect(await pool.innerText()).toMatch(/found in \d+ of 40 rounds/);
    expect(await answers()).toBe("20");

    await page.goto(new URL("../10-ethics/made-or-real", page.url()).href);
    await page.locator(".detector-to-come").scrollIntoViewIfNeeded();
    const detector = page.locator(".fig-detector");
    await detector.getByLabel("Learns from").selectOption("own GAN, seed 12345, step 300");
    await expect
      .poll(() => detector.innerText())
      .toMatch(/Found, of 13 or 60 pictures of each of 5/);
  },
);

/** Leaves a run of the reader's own where the course keeps them. */
async function keepOwnRun(): Promise<void> {
  const request = indexedDB.open("from-noise-runs /from-noise/", 2);
  request.onupgradeneeded = () => {
    for (const store of ["runs", "arrays"]) request.result.createObjectStore(store);
  };
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const samples = {data: new Uint8Array(40 * 784), shape: [40, 28, 28, 1]};
  const run = {params: {seed: 12345, dataset: "digits"}, snapshot: {step: 300, arrays: {samples}}};
  const change = request.result.transaction("runs", "readwrite");
  change.objectStore("runs").put({experiment: "gan-digits", run}, "gan-digits");
  await new Promise((resolve) => {
    change.oncomplete = resolve;
  });
  request.result.close();
}
