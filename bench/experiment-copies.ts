import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {packRecording, unpackRecording} from "../lib/training/recording.js";
import {nameOf, setupNameOf} from "../tools/experiment-modules.mjs";

/** So many stand on one page, as in the course's own chapters. */
const perPage = 2;

/** Puts `count` copies of the experiment `id` into the project in `folder`, under ids of their own, on pages of a scratch chapter. */
export function addCopies(folder: string, id: string, count: number): readonly string[] {
  const ids = Array.from({length: count}, (_, i) => `${id}-copy${i + 1}`);
  for (const copy of ids) {
    copyFolder(folder, id, copy);
    copyRecordings(join(folder, "data/recorded"), id, copy);
  }
  writeChapter(folder, ids);
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

function writeChapter(folder: string, ids: readonly string[]): void {
  const chapter = join(folder, "lessons", "90-copies");
  mkdirSync(chapter);
  const pages = Array.from({length: Math.ceil(ids.length / perPage)}, (_, i) => `copies-${i + 1}`);
  const write = (name: string, head: string, text: string) =>
    writeFileSync(join(chapter, `${name}.md`), `---\n${head}\n---\n\n${text}`);
  const order = `title: Copies\npages: [${pages.join(", ")}]`;
  write("index", order, "# Copies\n\nA chapter for a measurement. It is thrown away.\n");
  for (const [i, name] of pages.entries()) {
    const shown = ids.slice(i * perPage, (i + 1) * perPage);
    write(
      name,
      `title: Copies ${i + 1}\ndescription: Copies of an experiment.`,
      pageText(i, shown),
    );
  }
}

function pageText(i: number, ids: readonly string[]): string {
  const parts = ids.map(
    (id) => `## ${id}\n\n\`\`\`js\nimport {${nameOf(id)}} from "../../vendor/experiments/${id}.js";
display(${nameOf(id)}());\n\`\`\`\n`,
  );
  // As on a page of the course, no experiment is near while nobody has scrolled.
  const text = "Words that come before the first experiment, as a page has them.\n\n".repeat(80);
  return `# Copies ${i + 1}\n\n${text}${parts.join("\n")}`;
}
