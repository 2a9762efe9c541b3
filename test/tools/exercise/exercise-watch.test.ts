import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {writeSkeleton} from "../../../tools/exercise/skeleton.js";
import {root} from "../../../tools/project.mjs";

const slug = "twice";

/** A copy of the course with one exercise: what a reader writes there is nobody's work. */
const course = realpathSync(mkdtempSync(join(tmpdir(), "from-noise-")));
for (const part of ["lib", "tools", "package.json", "package-lock.json", "tsconfig.json"])
  cpSync(`${root}${part}`, `${course}/${part}`, {recursive: true});
symlinkSync(`${root}node_modules`, `${course}/node_modules`, "junction");
const folder = `${course}/lessons/01-copy/exercises/${slug}`;
writeSkeleton(folder);
const mine = `${course}/my/${slug}.ts`;

/** `npm run exercise …` without npm, in a process group of its own, as in a terminal. */
class Watching {
  readonly #process: ChildProcess;
  #said = "";

  constructor() {
    const command = ["tools/exercise.mjs", "watch", slug];
    this.#process = spawn(process.execPath, command, {cwd: course, detached: true});
    for (const stream of [this.#process.stdout!, this.#process.stderr!])
      stream.on("data", (text) => {
        this.#said += text;
      });
  }

  /** What was said since the last time, once `pattern` is in it. */
  async says(pattern: RegExp): Promise<string> {
    await expect.poll(() => this.#said, {interval: 50}).toMatch(pattern);
    const said = this.#said;
    this.#said = "";
    return said;
  }

  /** What Ctrl-C does: the whole group is told, and nobody stays behind. */
  async interrupt(): Promise<void> {
    const end = once(this.#process, "exit");
    process.kill(-this.#process.pid!, "SIGINT");
    await end;
    await expect.poll(() => this.isAlive()).toBe(false);
  }

  isAlive(): boolean {
    try {
      process.kill(-this.#process.pid!, 0);
      return true;
    } catch {
      return false;
    }
  }

  kill(): void {
    if (this.isAlive()) process.kill(-this.#process.pid!, "SIGKILL");
  }
}

const watching = new Watching();

afterAll(() => {
  watching.kill();
  rmSync(course, {recursive: true});
});

/** Most editors write another file and put it in the place of the first. */
function saveAsEditorsDo(text: string): void {
  writeFileSync(`${mine}.new`, text);
  renameSync(`${mine}.new`, mine);
}

test("a watched exercise is graded at each save, also after an endless loop", async () => {
  const solution = readFileSync(`${folder}/solution.ts`, "utf8");
  const starter = readFileSync(`${folder}/starter.ts`, "utf8");

  expect(await watching.says(/waiting for you to save/)).toMatch(
    /your file: my\/twice\.ts[\s\S]*incorrect: 0 of 1 points/,
  );
  expect(readFileSync(mine, "utf8")).toBe(starter);

  writeFileSync(mine, solution);
  await watching.says(/ correct: 1 of 1 points/);

  saveAsEditorsDo(solution.replace("2 * x", "x * x"));
  expect(await watching.says(/incorrect: 0 of 1 points/)).toContain("this is the square");

  writeFileSync(mine, `${starter}\nwhile (true) {}\n`);
  await watching.says(/timed-out: 0 of 1 points/);

  saveAsEditorsDo(solution);
  await watching.says(/ correct: 1 of 1 points/);
  await watching.interrupt();
});
