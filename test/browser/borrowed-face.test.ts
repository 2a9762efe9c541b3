import {readFileSync} from "node:fs";
import {pngText} from "../../lib/png-text.js";
import {hashText} from "../../lib/provenance/consent-words.js";
import {verify} from "../../lib/provenance/verify.js";
import {browserTest, expect} from "./harness.js";

browserTest(
  "a face is worn with consent alone, its file says so, and what was made is withdrawn with the consent",
  async ({open}) => {
    const page = await open("lessons/10-ethics/a-borrowed-face");
    await page.locator(".swap-to-come").scrollIntoViewIfNeeded();
    const swap = page.locator(".fig-swap");
    await swap.waitFor();
    const said = () => swap.locator(".fig-swap-said").innerText();
    const press = (name: string) => swap.getByRole("button", {name, exact: true}).click();
    const made = swap.locator(".fig-swap-pictures figure").nth(2);

    await press("Wear the face");
    await expect.poll(said).toContain("No consent: nobody has asked 1135");
    await press("Save the picture");
    await expect.poll(said).toContain("There is no picture yet");
    await press("Ask");
    await press("Wear the face");
    await expect.poll(said).toContain("no answer is no");
    await swap.getByLabel("For", {exact: true}).selectOption("advertisement");
    await press("Yes, once");
    await press("Wear the face");
    await expect.poll(said).toContain("granted for a lesson, not for an advertisement");
    await swap.getByLabel("For", {exact: true}).selectOption("lesson");
    await press("Wear the face");
    await expect.poll(said).toContain("1223 wears the face of 1135");
    expect(await made.innerText()).toContain("1223 with the face of 1135");

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      press("Save the picture"),
    ]);
    expect(download.suggestedFilename()).toBe("face-of-1135-on-1223.png");
    const bytes = new Uint8Array(readFileSync((await download.path())!));
    expect(pngText(bytes, "Recipe")).toMatch(/^Face swapped/);
    const {subtle} = globalThis.crypto;
    const verification = await verify(bytes, {subtle, known: [], now: new Date()});
    expect(verification.verdict).toBe("foreign"); // signed, by a key of the reader's
    expect(verification.statement!.recipe).toContain("worn by = 1223");
    const log = swap.locator(".fig-swap-log li");
    expect((await log.allInnerTexts()).at(-1)).toContain(hashText(verification.statement!.pixels));

    await press("Take all back");
    await expect.poll(() => made.innerText()).toContain("withdrawn");
    await press("Save the picture");
    await expect.poll(said).toContain("is withdrawn: it is not shown and cannot be saved");
    expect(await log.count()).toBe(4);

    await press("Try it on 100 pairs");
    await expect
      .poll(() => swap.locator(".fig-swap-words").innerText())
      .toMatch(/the recogniser takes \d+ \(/);
    await swap.getByLabel("hair", {exact: true}).check();
    await expect.poll(() => swap.locator(".fig-swap-words").innerText()).toContain("Not tried yet");
  },
);
