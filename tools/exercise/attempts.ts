/** What the command line remembers of a reader's attempts, in `my/attempts.json`; git ignores the folder. */
import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import type {JudgedState, Verdict} from "../../lib/grading/verdict.js";

export interface Attempt {
  readonly hintsSeen: number;
  readonly last?: {
    readonly state: JudgedState;
    readonly points: number;
    readonly maxPoints: number;
  };
}

type Attempts = Readonly<Record<string, Attempt>>;

export class AttemptBook {
  readonly #folder: string;

  /** `folder` ends without a slash. */
  constructor(folder: string) {
    this.#folder = folder;
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
    return this.#read()[slug] ?? {hintsSeen: 0};
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

  #read(): Attempts {
    const file = `${this.#folder}/attempts.json`;
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Attempts) : {};
  }

  #write(slug: string, attempt: Attempt): void {
    mkdirSync(this.#folder, {recursive: true});
    const text = JSON.stringify({...this.#read(), [slug]: attempt}, null, 2);
    writeFileSync(`${this.#folder}/attempts.json`, `${text}\n`);
  }
}
