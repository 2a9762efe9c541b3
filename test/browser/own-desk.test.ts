import type {Page} from "playwright";
import {hostileFile, hostileNames} from "../lib/datasets/own/hostile-pictures.js";
import {browserTest, expect} from "./harness.js";

/** Whatever is in it, its name and its kind say that it is a picture. */
const file = (name: string) => ({
  ...{name: `${name}.png`, mimeType: "image/png"},
  buffer: Buffer.from(hostileFile(name)),
});

async function bringDesk(page: Page) {
  await page.locator(".own-to-come").scrollIntoViewIfNeeded();
  await page.locator(".own-desk").waitFor();
}

type Place = readonly [right: number, down: number];

/** How light a picture on the desk is where it should be light and where it should be dark. */
function lightAt(page: Page, name: string, {light, dark}: Record<"light" | "dark", Place>) {
  const canvas = page
    .getByRole("button", {name: `${name}.png, no label`, exact: true})
    .locator("canvas");
  return canvas.evaluate(
    (canvas: HTMLCanvasElement, places) => {
      const {data, width} = canvas.getContext("2d")!.getImageData(0, 0, 28, 28);
      return places.map(([right, down]) => data[4 * (down * width + right)]!);
    },
    [light, dark],
  );
}

browserTest(
  "files that mean harm cost nothing, a photograph is turned as its camera says, and where the browser has no more room what was kept stays",
  async ({open}) => {
    const page = await open("lessons/05-data/your-pictures");
    await bringDesk(page);
    const [kept, said] = [page.locator(".own-kept"), page.locator(".own-said")];
    await page.getByRole("button", {name: "Try it with 40 drawings"}).click();
    await expect.poll(() => kept.textContent()).toMatch(/^40 pictures.*Kept in this browser/);
    const field = page.locator(".own-drop input[type=file]").first();
    await field.setInputFiles(hostileNames.map(file));
    await expect.poll(() => said.textContent()).toMatch(/4 pictures added.*3 left out.*11 files/);
    expect(await lightAt(page, "jpeg", {light: [14, 3], dark: [14, 24]})).toEqual([255, 0]);
    expect(await lightAt(page, "turnedJpeg", {light: [24, 14], dark: [3, 14]})).toEqual([255, 0]);
    await expect.poll(() => kept.textContent()).toMatch(/^44 pictures.*Kept in this browser/);

    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await page.getByLabel("copies too").check();
    await field.setInputFiles(file("jpeg"));
    await expect
      .poll(() => kept.textContent())
      .toMatch(/^45 pictures.*no room left. What was kept before stays. The last change is on/);
    await page.reload();
    await bringDesk(page);
    await expect.poll(() => kept.textContent()).toMatch(/^44 pictures.*Kept in this browser/);
  },
);
