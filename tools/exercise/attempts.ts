/** The command line's memory of a reader's attempts, `my/attempts.json`; git ignores the folder. */
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import {fieldsOf, refuse, wholeNumber} from "../../lib/field-checks.js";
import {parseScore, type Score} from "../../lib/grading/score.js";
import type {Verdict} from "../../lib/grading/verdict.js";

export interface Attempt {
  readonly hintsSeen: number;
  readonly last?: Score;
}

/** The attempts that could be read of the file, and what could not. */
interface Kept {
  readonly attempts: Readonly<Record<string, Attempt>>;
  readonly problems: readonly string[];
}

export class AttemptBook {
  readonly #folder: string;
  readonly #tell: (words: string) => void;
  #told = false;

  /** `folder` ends without a slash; `tell` hears of a damaged file. */
  constructor(folder: string, tell: (words: string) => void = console.error) {
    this.#folder = folder;
    this.#tell = tell;
  }

  /** The file in which the reader writes. */
  fileOf(slug: string): string {
    return `${this.#folder}/${slug}.ts`;
  }

  /** Copies the starter when there is no file of the reader's yet; whether it did. */
  begin(slug: string, starter: string): boolean {
    if (existsSync(this.fileOf(slug))) return false;
    mkdirSync(this.#folder, {recursive: true});
    copyFileSync(starter, this.fileOf(slug));
    return true;
  }

  of(slug: string): Attempt {
    const {attempts} = this.#read();
    return (Object.hasOwn(attempts, slug) && attempts[slug]) || {hintsSeen: 0};
  }

  keepVerdict(slug: string, {state, points, maxPoints}: Verdict): void {
    this.#write(slug, {...this.of(slug), last: {state, points, maxPoints}});
  }

  keepHints(slug: string, hintsSeen: number): void {
    this.#write(slug, {...this.of(slug), hintsSeen});
  }

  /** In words. */
  stateOf(slug: string): string {
    const {last} = this.of(slug);
    if (last) return `${last.state}, ${last.points} of ${last.maxPoints} points`;
    return existsSync(this.fileOf(slug)) ? "begun" : "not attempted";
  }

  get #file(): string {
    return `${this.#folder}/attempts.json`;
  }

  #read(): Kept {
    const kept = readKept(this.#file);
    if (kept.problems.length > 0 && !this.#told) this.#tell(this.#damage(kept.problems));
    this.#told ||= kept.problems.length > 0;
    return kept;
  }

  #damage(problems: readonly string[]): string {
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
    return `${this.#file} is damaged: ${problems[0]}${more}. What can be read of it is used. Your answers are not in it and are as they were; the file is copied beside itself before it is written anew.`;
  }

  /** A verdict is never lost because it cannot be kept. */
  #write(slug: string, attempt: Attempt): void {
    try {
      mkdirSync(this.#folder, {recursive: true});
      const {attempts, problems} = this.#read();
      if (problems.length > 0) setAside(this.#file);
      const text = JSON.stringify({...attempts, [slug]: attempt}, null, 2);
      writeFileSync(`${this.#file}.new`, `${text}\n`);
      renameSync(`${this.#file}.new`, this.#file); // whole or not at all
    } catch (error) {
      this.#tell(`This attempt could not be noted in ${this.#file}: ${(error as Error).message}`);
    }
  }
}

/** Copies a damaged file to a name that is free. */
function setAside(file: string): void {
  let number = 1;
  const place = () => file.replace(/\.json$/, `.damaged-${number}.json`);
  while (existsSync(place())) number++;
  copyFileSync(file, place(), constants.COPYFILE_EXCL);
}

function readKept(file: string): Kept {
  if (!existsSync(file)) return {attempts: {}, problems: []};
  const problems: string[] = [];
  const attempts: Record<string, Attempt> = {};
  const attempt = (work: () => void) => {
    try {
      work();
    } catch (error) {
      problems.push((error as Error).message);
    }
  };
  attempt(() => {
    for (const [slug, value] of Object.entries(fieldsOf("file", readJson(file))))
      attempt(() => Object.assign(attempts, {[slug]: parseAttempt(slug, value)}));
  });
  return {attempts, problems};
}

function readJson(file: string): unknown {
  const text = readFileSync(file, "utf8");
  try {
    return JSON.parse(text);
  } catch {
    return refuse("file", text, "JSON");
  }
}

function parseAttempt(slug: string, value: unknown): Attempt {
  const {hintsSeen, last} = fieldsOf(slug, value);
  return {
    hintsSeen: wholeNumber(`${slug}.hintsSeen`, hintsSeen, 0, 1000),
    ...(last !== undefined && {last: parseScore(`${slug}.last`, fieldsOf(`${slug}.last`, last))}),
  };
}
