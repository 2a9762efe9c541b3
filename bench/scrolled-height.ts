import type {Page} from "playwright";

const screenfuls = 200;

/** The page's height at 1440 px once it has been scrolled through, so that all that is live has come. */
export async function scrolledHeight(page: Page): Promise<number> {
  await page.setViewportSize({width: 1440, height: 900});
  await page.waitForLoadState("networkidle");
  for (let i = 0; i < screenfuls; i++) {
    const isEnd = await page.evaluate(() => {
      scrollBy({top: 0.8 * innerHeight, behavior: "instant"});
      return scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    });
    await page.waitForTimeout(150);
    if (isEnd) break;
  }
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1000);
  return page.evaluate(() => document.documentElement.scrollHeight);
}
