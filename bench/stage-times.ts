import {spawn} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** What a stage of `npm test` took, in seconds. */
export interface StageTime {
  readonly wall: number;
  /** Of all its processes; none where the system has no /proc. */
  readonly processor: number | undefined;
}

/** Runs stages of the tests of the project in `folder`; all of them where `stages` is empty. Says what they print. */
export async function stageTimes(
  folder: string,
  stages: readonly string[],
  say: (line: string) => void,
): Promise<ReadonlyMap<string, StageTime>> {
  const child = spawn(process.execPath, [join(folder, "tools/test.mjs"), ...stages], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  process.once("exit", () => child.kill());
  const times = new Map<string, StageTime>();
  let open: {name: string; start: number; processor: number | undefined} | undefined;
  const close = () => {
    if (!open) return;
    const [now, before] = [processorSeconds(child.pid!), open.processor];
    const processor = now === undefined || before === undefined ? undefined : now - before;
    times.set(open.name, {wall: performance.now() / 1000 - open.start, processor});
  };
  for await (const line of linesOf(child.stdout)) {
    const [, name] = /^── (.*)$/.exec(line) ?? [];
    const isSummary = /^[✓✗] .* passed, /.test(line);
    if (name || isSummary) close();
    open = name
      ? {name, start: performance.now() / 1000, processor: processorSeconds(child.pid!)}
      : isSummary
        ? undefined
        : open;
    say(line);
  }
  return times;
}

async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = "";
  for await (const part of stream) {
    const lines = (rest + part.toString()).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}

/** Of the process and all that it has started, ended or not. */
function processorSeconds(pid: number): number | undefined {
  if (!existsSync("/proc/self/stat")) return undefined;
  const all = new Map(readdirSync("/proc").filter(isNumber).flatMap(statOf));
  const family = new Set([pid]);
  for (const parent of family)
    for (const [child, stat] of all) if (stat.parent === parent) family.add(child);
  return [...family].reduce((sum, each) => sum + (all.get(each)?.seconds ?? 0), 0);
}

const isNumber = (name: string) => /^\d+$/.test(name);

/** Its parent, and its seconds with those of its children that have ended; nothing when it is gone. */
function statOf(pid: string): [number, {parent: number; seconds: number}][] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
    return [[Number(pid), {parent: Number(fields[1]), seconds: ticks / 100}]];
  } catch {
    return [];
  }
}
