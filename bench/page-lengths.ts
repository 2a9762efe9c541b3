/**
 * How long each page of the chapters is at 1440 px, when all that is live has come, and how many words it has that are read:
 *
 *     npx tsx bench/page-lengths.ts
 *
 * A page should have at most 12,000 px and 1,800 words. No page has more words than test/lessons/page-words.test.ts says.
 */
import {readFileSync} from "node:fs";
import {readCourse} from "../tools/course.mjs";
import {splitFrontMatter} from "../tools/front-matter.mjs";
import {wordsOf} from "../tools/reading-minutes.mjs";
import {scrolledHeight} from "./scrolled-height.js";
import {onSitePage} from "./site-page.js";

const rows = [];
for (const {path, minutes} of readCourse().flatMap((chapter) => chapter.pages)) {
  const file = `${path.replace(/\/$/, "/index")}.md`;
  const {text} = splitFrontMatter(readFileSync(file, "utf8"), file);
  const px = await onSitePage(`${path}?backend=wasm`, scrolledHeight);
  rows.push({page: path, px, words: wordsOf(text), minutes});
}
console.table(rows);
