import type {Page} from "playwright";
import {buildIfStale, distFolder} from "../tools/build.mjs";
import {serve} from "../tools/serve.mjs";
import {launch} from "./browser.js";

const folder = "/from-noise/";

/** Does `work` with `address` of the built site open in Chromium. `prepare` may add to the page before it loads. */
export async function onSitePage<T>(
  address: string,
  work: (page: Page) => Promise<T>,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<T> {
  await buildIfStale();
  const server = await serve({folder: distFolder, base: folder, port: 0});
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addInitScript("globalThis.__name = (named) => named"); // tsx calls it in functions that a bench hands to the page
    await prepare(page);
    await page.goto(server.url + address);
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
