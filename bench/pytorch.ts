/** PyTorch on the same processor, where a Python that has it is installed (Debian: `python3-torch`; without
 * `libopenblas0-pthread` beside it, its products of matrices are four times as slow). */
import {execFileSync, spawn} from "node:child_process";
import {createInterface} from "node:readline";
import {root} from "../tools/project.mjs";
import type {Way} from "./way.js";

export interface Python {
  readonly program: string;
  readonly torch: string;
}

/** The first Python with PyTorch: a `python3` on the path may be another than the system's. */
export function findPython(): Python | undefined {
  for (const program of ["python3", "/usr/bin/python3"])
    try {
      const args = ["-c", "import torch; print(torch.__version__)"];
      const torch = execFileSync(program, args, {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        timeout: 60_000,
      });
      return {program, torch: torch.trim()};
    } catch {}
  return undefined;
}

/** Starts reference.py with `threads` threads. */
export async function startPyTorch({program}: Python, threads: number): Promise<Way> {
  const child = spawn(program, [`${root}bench/reference.py`, `${threads}`], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  const answer = async () => {
    const {value, done} = await lines.next();
    if (done) throw new Error(`${program} bench/reference.py ended without an answer`);
    return JSON.parse(value);
  };
  await answer();
  return {
    take: (step, count) => {
      child.stdin.write(`${step}: ${count}\n`);
      return answer();
    },
    close: async () => void child.stdin.end(),
  };
}
