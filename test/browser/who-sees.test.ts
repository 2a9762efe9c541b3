import {browserTest, expect} from "./harness.js";

browserTest(
  "what was named in noise is kept, outlives a reload, and can be forgotten, by keys alone",
  async ({open}) => {
    const page = await open("lessons/01-introduction/who-sees-it-first", {
      reducedMotion: "reduce",
    });
    const come = () => page.locator(".recognition-to-come").scrollIntoViewIfNeeded();
    const kept = page.locator(".fig-recognition-kept");
    const said = kept.getByRole("status").first();
    await come();
    await page.getByRole("button", {name: "Start", exact: true}).first().focus();
    for (const digit of ["3", "5"]) {
      await page.keyboard.press("Enter");
      await page.keyboard.press(digit);
    }
    await expect.poll(() => said.innerText()).toMatch(/^Your 2 answers are kept/);

    await page.reload();
    await come();
    await expect.poll(() => said.innerText()).toMatch(/^Your 2 answers are kept/);
    await kept.getByRole("button", {name: "Start over …"}).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Forget all 2");
    await page.keyboard.press("Enter");
    await expect.poll(() => said.innerText()).toMatch(/go nowhere/);

    await page.reload();
    await come();
    await expect.poll(() => said.innerText()).toMatch(/go nowhere/);
  },
);
