import {findBrowser} from "../../tools/browser.mjs";
import {buildIfStale} from "../../tools/build.mjs";

/** Builds the site before the browser tests if a source has changed since the last build. */
export async function setup(): Promise<void> {
  if (!findBrowser()) throw new Error("missing browser: run `node tools/browser.mjs` once");
  await buildIfStale();
}
