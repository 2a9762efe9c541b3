/** What the pages know of the course: its chapters with their pages, and the files of their recall questions. */
import {existsSync} from "node:fs";
import {readCourse} from "./course.mjs";
import {root} from "./project.mjs";

/** Path below `src/vendor` to contents. @returns {[path: string, contents: Uint8Array][]} */
export function courseFiles() {
  const course = readCourse();
  const asking = course.filter(({folder}) => existsSync(`${root}lessons/${folder}/recall.json`));
  return [
    ["course.ts", Buffer.from(courseModule(course))],
    ["recall-files.ts", Buffer.from(recallModule(asking.map(({folder}) => folder)))],
  ];
}

/** @param {readonly import("./course.mjs").Chapter[]} course */
function courseModule(course) {
  const known = course.map(({pages, ...chapter}) => ({
    ...chapter,
    pages: pages.map(({description: _, ...page}) => page), // lists of pages are written when the site is built
  }));
  return `import type {Chapter, KnownPage} from "../course/course-page.js";

/** The chapters that are here, in their order. */
export const course: readonly Chapter<KnownPage>[] = ${JSON.stringify(known)};
`;
}

/** Framework copies only files whose paths are written out. @param {readonly string[]} folders */
function recallModule(folders) {
  const entries = folders.map(
    (folder) => `  "${folder}": FileAttachment("../lessons/${folder}/recall.json"),`,
  );
  return `import {FileAttachment} from "observablehq:stdlib";

/** The recall questions of each chapter that has some, by its folder. */
export const recallFiles = {
${entries.join("\n")}
};
`;
}
