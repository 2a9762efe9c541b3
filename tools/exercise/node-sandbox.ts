/** The sandbox in Node: a process of its own, which is killed when it takes too long and dies alone of hunger. */
import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {fileURLToPath} from "node:url";
import {buildSync} from "esbuild";
import type {Ending, Sandbox} from "../../lib/grading/sandbox.js";
import {remoteSession} from "../../lib/grading/session.js";

const heapLimitMb = 256;

/** Without it the process may use files, processes and threads. Its name lost a word with Node 23.5. */
const permission = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

/** A place for learner code beside this process. */
export function nodeSandbox(): Sandbox {
  return {
    async start(script, limits) {
      const place = startPlace();
      await Promise.race([once(place, "message"), failure(place)]);
      return remoteSession(
        {
          send: (text) => void place.send(text, () => {}), // it may have died meanwhile; `onEnd` tells
          listen: (onText, onEnd) => listen(place, onText, onEnd),
          kill: () => void place.kill("SIGKILL"),
        },
        script,
        limits,
      );
    },
  };
}

function startPlace(): ChildProcess {
  const flags = [permission, "--no-warnings", `--max-old-space-size=${heapLimitMb}`];
  const place = spawn(process.execPath, [...flags, "--eval", program()], {
    env: {},
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const kill = () => void place.kill("SIGKILL");
  process.once("exit", kill);
  place.once("exit", () => process.off("exit", kill));
  return place;
}

async function failure(place: ChildProcess): Promise<never> {
  const [code] = (await once(place, "exit")) as [number | null];
  throw new Error(`the process for learner code ended with ${code} before it began`);
}

function listen(place: ChildProcess, onText: (text: string) => void, onEnd: (why: Ending) => void) {
  place.on("message", (text) => onText(text as string));
  place.on("exit", (code, signal) => onEnd(isAbort(code, signal) ? "memory" : "crash"));
}

/** V8 ends a process that has no memory left by a trap of one kind or another. */
function isAbort(code: number | null, signal: NodeJS.Signals | null): boolean {
  return code === 134 || ["SIGABRT", "SIGTRAP", "SIGILL", "SIGSEGV"].includes(`${signal}`);
}

let kept: string | undefined;

/** The place's whole program; it may read no file. */
function program(): string {
  kept ??= `const candidateProgram = ${JSON.stringify(candidate())};\n${bundled("node-place.ts", "cjs")}`;
  return kept;
}

function candidate(): string {
  const script = bundled("../../lib/grading/candidate.ts", "iife");
  return `(() => {${script}; return candidate.startCandidate})()`;
}

/** A program as one script, by its path from here. */
function bundled(file: string, format: "cjs" | "iife"): string {
  const {outputFiles} = buildSync({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    minifyWhitespace: true,
    format,
    globalName: "candidate",
    platform: "node",
    target: "es2022",
  });
  return outputFiles[0]!.text;
}
