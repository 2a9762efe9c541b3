import {readdirSync, readFileSync} from "node:fs";
import {expect, it} from "vitest";
import {splitFrontMatter} from "../../tools/front-matter.mjs";
import {wordsOf} from "../../tools/reading-minutes.mjs";

/** About ten minutes of reading. */
const most = 1800;

const pages = readdirSync("lessons", {recursive: true, encoding: "utf8"})
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /^[^/]+\/[^/]+\.md$/.test(file));

it.each(pages)("%s can be read at one sitting", (file) => {
  const {text} = splitFrontMatter(readFileSync(`lessons/${file}`, "utf8"), file);
  expect(wordsOf(text)).toBeGreaterThan(100);
  expect(wordsOf(text)).toBeLessThanOrEqual(most);
});
