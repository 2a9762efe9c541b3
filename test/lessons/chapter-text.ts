import {readdirSync, readFileSync} from "node:fs";

/** The text of all pages of a chapter, each run of white space as one space. */
export function chapterText(folder: string): string {
  const pages = readdirSync(`lessons/${folder}`).filter((file) => file.endsWith(".md"));
  const texts = pages.map((page) => readFileSync(`lessons/${folder}/${page}`, "utf8"));
  return texts.join("\n").replaceAll(/\s+/g, " ");
}
