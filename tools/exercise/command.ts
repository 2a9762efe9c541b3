/** The command `npm run exercise …`, once TypeScript can be run. */
import {randomInt} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {relative} from "node:path";
import {setTimeout} from "node:timers/promises";
import {parseArgs} from "node:util";
import type {Verdict} from "../../lib/grading/verdict.js";
import {Plain, report, root} from "../project.mjs";
import {AttemptBook} from "./attempts.js";
import {exerciseFolders, folderOf, readExercise} from "./folders.js";
import {gradeCode} from "./grade-code.js";
import {writeSkeleton} from "./skeleton.js";
import {verdictWords} from "./verdict-words.js";

const book = new AttemptBook(`${root}my`);

const usage = `npm run exercise                       lists the exercises
npm run exercise <slug>                copies the starter to my/<slug>.ts, and tests what is there
npm run exercise <slug> <run.json> …   follows the run again that an experiment has exported, and grades it
npm run exercise watch <slug>          tests again whenever you save
npm run exercise hint <slug>           gives the next hint
npm run exercise new <slug> [chapter]  makes the skeleton of a new exercise
npm run exercise <slug> -- --seed 7    tests with the draws of this seed`;

async function main(): Promise<void> {
  const {positionals, values} = parseArgs({
    allowPositionals: true,
    options: {seed: {type: "string"}, watch: {type: "boolean"}, help: {type: "boolean"}},
  });
  const [first, second, third] = positionals;
  const seed = values.seed === undefined ? undefined : readSeed(values.seed);
  if (values.help) console.log(usage);
  else if (first === undefined) list();
  else if (first === "hint") hint(required(second));
  else if (first === "new") create(required(second), third);
  else if (first === "watch") await keepTesting(required(second), seed);
  else if (values.watch) await keepTesting(first, seed);
  else if (second !== undefined) await gradeRuns(first, positionals.slice(1));
  else await test(first, seed);
}

function list(): void {
  const rows = exerciseFolders().map(readExercise);
  const width = Math.max(...rows.map(({slug}) => slug.length));
  for (const {slug, title, chapter} of rows)
    console.log(`${chapter.slice(0, 2)}  ${slug.padEnd(width)}  ${title} (${book.stateOf(slug)})`);
  console.log(`\n${usage}`);
}

async function test(slug: string, seed = randomInt(2 ** 32)): Promise<void> {
  const folder = folderOf(slug);
  if (readExercise(folder).kind === "experiment")
    throw new Plain(
      `${slug} is about a run: export one from its page, then npm run exercise ${slug} <run.json>`,
    );
  const file = book.fileOf(slug);
  const shown = relative(root, file);
  if (book.begin(slug, `${folder}/starter.ts`)) console.log(`your file: ${shown}`);
  const verdict = await gradeCode(folder, readFileSync(file, "utf8"), seed);
  book.keepVerdict(slug, verdict);
  console.log(
    `\n${readExercise(folder).title} (${shown}, seed ${seed})\n\n${verdictWords(verdict)}`,
  );
  process.exitCode = verdict.state === "correct" ? 0 : 1;
}

async function gradeRuns(slug: string, paths: readonly string[]): Promise<void> {
  const {gradeFiles} = await import("./grade-file.js"); // TF.js comes only with this
  const folder = folderOf(slug);
  const verdict = await gradeFiles(folder, paths, ({step, scalars}) =>
    console.log(`step ${step}: ${JSON.stringify(scalars)}`),
  );
  tell(slug, verdict, paths.join(", "));
}

function tell(slug: string, verdict: Verdict, what: string): void {
  book.keepVerdict(slug, verdict);
  console.log(`\n${readExercise(folderOf(slug)).title} (${what})\n\n${verdictWords(verdict)}`);
  process.exitCode = verdict.state === "correct" ? 0 : 1;
}

async function keepTesting(slug: string, seed?: number): Promise<void> {
  const file = book.fileOf(slug);
  let tested = savedAt(file);
  await test(slug, seed);
  tested ??= savedAt(file); // the starter has just been copied
  console.log("\nwaiting for you to save (Ctrl-C ends it)");
  // Looks again and again: many editors save by putting another file in the place of the first, and a save may fall into a test.
  for (;;) {
    await setTimeout(300);
    const saved = savedAt(file);
    if (saved === tested || saved === undefined) continue;
    tested = saved;
    await test(slug, seed).catch(console.error);
  }
}

/** When and as what the file was saved, for comparison. */
function savedAt(file: string): string | undefined {
  const stats = statSync(file, {throwIfNoEntry: false});
  return stats && `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}

function hint(slug: string): void {
  const {hints} = readExercise(folderOf(slug));
  const seen = Math.min(book.of(slug).hintsSeen + 1, hints.length);
  book.keepHints(slug, seen);
  for (const [i, text] of hints.slice(0, seen).entries())
    console.log(`${i + 1} of ${hints.length}: ${text}`);
}

function create(slug: string, chapter?: string): void {
  const chapters = readdirSync(`${root}lessons`).sort();
  const home = chapter ?? chapters.at(-1)!;
  if (!chapters.includes(home))
    throw new Plain(`unknown chapter: ${home} (one of ${chapters.join(", ")})`);
  writeSkeleton(`${root}lessons/${home}/exercises/${slug}`);
  console.log(`made lessons/${home}/exercises/${slug}`);
}

function required(slug: string | undefined): string {
  if (slug === undefined) throw new Plain(`missing slug\n\n${usage}`);
  return slug;
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (!/^\d+$/.test(text) || seed >= 2 ** 32)
    throw new Plain(`invalid seed: ${text} (a whole number from 0 to 4294967295)`);
  return seed;
}

await report(main);
