import {pageOf} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";
import {windows} from "./stage-view.js";

browserTest(
  "a picture stays in sight only where the window is tall enough, also when that alone changes",
  async ({look}) => {
    const page = await look(pageOf("gan-digits"), {viewport: windows[0]!});
    const stage = page.locator('[data-experiment="gan-digits"] .stage');
    await stage.scrollIntoViewIfNeeded();
    await stage.locator("canvas").first().waitFor();
    const stays = () => stage.evaluate((root) => root.hasAttribute("data-picture-stays"));
    await expect.poll(stays).toBe(true);
    await page.setViewportSize({width: 360, height: 400});
    await expect.poll(stays).toBe(false);
    await page.setViewportSize(windows[0]!);
    await expect.poll(stays).toBe(true);
  },
);

browserTest("one press on the first page leads to a button that trains", async ({open}) => {
  const page = await open("", {viewport: {width: 360, height: 780}});
  const start = page.getByRole("link", {name: "Train your first generator"});
  expect((await start.boundingBox())!.y).toBeLessThan(780);
  await start.click();
  const train = page
    .locator('[data-experiment="gan-digits"]')
    .getByRole("button", {name: "Train", exact: true});
  const bottom = async () => (await train.boundingBox())!.y + 36;
  await expect.poll(bottom).toBeLessThan(780);
  expect(await bottom()).toBeGreaterThan(0);
});
