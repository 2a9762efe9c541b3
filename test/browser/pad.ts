import type {Page} from "playwright";

export const padSurface = "[data-experiment] .fig-pad-surface";

/** A digit as points of the pad, in pixels of the picture. */
const seven = [
  [7, 5],
  [20, 5],
  [12, 24],
] as const;

/** Where the points of a seven are on the page, the pad scrolled to the middle of the window. */
async function sevenOnPage(page: Page) {
  const surface = page.locator(padSurface).first();
  await surface.evaluate((element) => element.scrollIntoView({block: "center"}));
  const {x, y, width} = (await surface.boundingBox())!;
  return seven.map(([px, py]) => [x + (px * width) / 28, y + (py * width) / 28] as const);
}

export async function drawWithMouse(page: Page): Promise<void> {
  const [first, ...rest] = await sevenOnPage(page);
  await page.mouse.move(...first!);
  await page.mouse.down();
  for (const [x, y] of rest) await page.mouse.move(x, y, {steps: 8});
  await page.mouse.up();
}

export async function drawWithFinger(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", point?: readonly [number, number]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: point ? [{x: point[0], y: point[1]}] : [],
    });
  const [first, ...rest] = await sevenOnPage(page);
  await send("touchStart", first);
  for (const point of rest) await send("touchMove", point);
  await send("touchEnd");
}

/** A bar from the top of the pad to its bottom: a one. */
export async function drawWithKeys(page: Page): Promise<void> {
  const surface = page.locator(padSurface).first();
  await surface.focus();
  for (const key of ["Shift+ArrowUp", "Shift+ArrowUp", "Space"]) await page.keyboard.press(key);
  for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Space");
}
