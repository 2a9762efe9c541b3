/** The sandbox in Node: a worker thread that is killed when it takes too long or too much memory. */
import {fileURLToPath} from "node:url";
import {Worker} from "node:worker_threads";
import {buildSync} from "esbuild";
import type {Ending, Sandbox} from "../../lib/grading/sandbox.js";
import {remoteSession} from "../../lib/grading/session.js";

const memoryLimitMb = 256;
const watchIntervalMs = 10;

/** A place for learner code in a worker thread of this process. */
export function nodeSandbox(): Sandbox {
  return {
    async start(script, limits) {
      const worker = startWorker();
      await new Promise((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
      });
      worker.removeAllListeners("error");
      return remoteSession(
        {
          send: (text) => worker.postMessage(text),
          listen: (onText, onEnd) => listen(worker, onText, onEnd),
          kill: () => void worker.terminate(),
        },
        script,
        limits,
      );
    },
  };
}

function startWorker(): Worker {
  return new Worker(bundled("node-worker.ts", "cjs"), {
    eval: true,
    workerData: `(() => {${bundled("../../lib/grading/candidate.ts", "iife")}; return candidate.startCandidate})()`,
    env: {},
    argv: [],
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: {maxOldGenerationSizeMb: memoryLimitMb, maxYoungGenerationSizeMb: 32},
  });
}

const bundles = new Map<string, string>();

/** A program as one script, by its path from here. */
function bundled(file: string, format: "cjs" | "iife"): string {
  const kept = bundles.get(file);
  if (kept !== undefined) return kept;
  const {outputFiles} = buildSync({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format,
    globalName: "candidate",
    platform: "node",
    target: "es2022",
  });
  const text = outputFiles[0]!.text;
  bundles.set(file, text);
  return text;
}

function listen(worker: Worker, onText: (text: string) => void, onEnd: (why: Ending) => void) {
  worker.on("message", onText);
  worker.on("error", (error: unknown) => onEnd(isOutOfMemory(error) ? "memory" : "crash"));
  worker.on("exit", () => {
    clearInterval(watch);
    onEnd("crash");
  });
  const before = process.memoryUsage.rss();
  // Buffers lie outside the heap that `resourceLimits` limits.
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - before > 2 * memoryLimitMb * 2 ** 20) onEnd("memory");
  }, watchIntervalMs);
  watch.unref();
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
