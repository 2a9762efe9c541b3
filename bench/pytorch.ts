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

/** The same, if its PyTorch has a GPU. */
export function findCuda(): Python | undefined {
  const python = findPython();
  if (!python) return undefined;
  try {
    const args = ["-c", "import torch; assert torch.cuda.is_available()"];
    execFileSync(python.program, args, {stdio: "ignore", timeout: 60_000});
    return python;
  } catch {
    return undefined;
  }
}

export interface PyTorchPlace {
  readonly device?: "cpu" | "cuda";
  /** Path of reference.py. */
  readonly script?: string;
}

/** Starts reference.py with `threads` threads. */
export async function startPyTorch(
  {program}: Python,
  threads: number,
  {device = "cpu", script = `${root}bench/reference.py`}: PyTorchPlace = {},
): Promise<Way> {
  const child = spawn(program, [script, `${threads}`, device], {
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
