import {browserTest, expect} from "./harness.js";

const path = "lessons/07-generation/attention";

browserTest(
  "a patch is chosen by keys and by a click, and what it looks at is said",
  async ({open}) => {
    const page = await open(path);
    const experiment = page.locator("[data-experiment=inside-attention]");
    await experiment.scrollIntoViewIfNeeded();
    const patch = experiment.getByRole("slider", {name: "Patch that looks"});
    const words = experiment.locator(".looking-words");
    await expect.poll(() => words.textContent()).toContain("Row 4, column 4 gives");
    await patch.focus();
    for (const key of ["ArrowUp", "ArrowLeft", "ArrowLeft", "Home"]) await page.keyboard.press(key);
    expect(await patch.getAttribute("aria-valuetext")).toBe("row 3, column 1");
    expect(await words.textContent()).toContain("Row 3, column 1 gives");
    const {width, height} = (await patch.boundingBox())!;
    await patch.click({position: {x: width - 3, y: height - 3}});
    expect(await patch.getAttribute("aria-valuetext")).toBe("row 7, column 7");
    const token = experiment.locator(".looking-token");
    expect(await token.textContent()).toMatch(/^The digit 3: \d+ %$/);
    await experiment.getByLabel("Head").selectOption({label: "second"});
    await expect.poll(() => page.url()).toContain("inside-attention.head=2");
  },
);
