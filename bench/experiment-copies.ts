import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {basename, join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {packRecording, unpackRecording} from "../lib/training/recording.js";
import {nameOf, setupNameOf} from "../tools/experiment-modules.mjs";

/** So many stand on one page, as in the course's own chapters. */
const perChapter = 4;

/** Puts `count` copies of the experiment `id` into the project in `folder`, under ids of their own, on pages of scratch chapters. */
export function addCopies(folder: string, id: string, count: number): readonly string[] {
  const ids = Array.from({length: count}, (_, i) => `${id}-copy${i + 1}`);
  for (const copy of ids) {
    copyFolder(folder, id, copy);
    copyRecordings(join(folder, "data/recorded"), id, copy);
  }
  for (let i = 0; i < count; i += perChapter)
    writeChapter(folder, 90 + i / perChapter, ids.slice(i, i + perChapter));
  return ids;
}

function copyFolder(folder: string, id: string, copy: string): void {
  const experiments = join(folder, "src/experiments");
  mkdirSync(join(experiments, copy));
  for (const file of readdirSync(join(experiments, id))) {
    if (file === "claims.ts") continue; // their evidence is of the code that it names
    const text = readFileSync(join(experiments, id, file), "utf8");
    writeFileSync(join(experiments, copy, file), renamed(text, id, copy));
  }
}

/** The id, and the names that are made of it. */
function renamed(text: string, id: string, copy: string): string {
  return text
    .replaceAll(id, copy)
    .replaceAll(nameOf(id), nameOf(copy))
    .replaceAll(setupNameOf(id).slice("make".length), setupNameOf(copy).slice("make".length));
}

/** Its recorded run, which says whose it is; and those that its questions show. */
function copyRecordings(folder: string, id: string, copy: string): void {
  for (const file of readdirSync(folder).filter((name) => name.startsWith(`${id}.`)))
    cpSync(join(folder, file), join(folder, file.replace(id, copy)));
  const own = join(folder, `${copy}.bin.gz`);
  if (!existsSync(own)) return;
  const recording = unpackRecording(gunzipSync(readFileSync(own)));
  writeFileSync(own, gzipSync(packRecording({...recording, experiment: copy})));
}

function writeChapter(folder: string, number: number, ids: readonly string[]): void {
  const chapter = join(folder, "lessons", `${number}-copies`);
  mkdirSync(chapter);
  const parts = ids.map(
    (id) => `## ${id}\n\n\`\`\`js\nimport {${nameOf(id)}} from "../../vendor/experiments/${id}.js";
display(${nameOf(id)}());\n\`\`\`\n`,
  );
  const title = `Copies ${number}`;
  // As in a chapter, no experiment is near while nobody has scrolled.
  const text = "Words that come before the first experiment, as a chapter has them.\n\n".repeat(80);
  writeFileSync(
    join(chapter, "index.md"),
    `---\ntitle: ${title}\n---\n\n# ${title}\n\nA chapter for a measurement, in \`${basename(chapter)}\`. It is thrown away.\n\n${text}${parts.join("\n")}`,
  );
}
