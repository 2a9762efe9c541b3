/** The whole program of a process for learner code, which may read no file. */
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";
import {buildSync} from "esbuild";

let kept: string | undefined;

/** A script. It is made once. */
export function placeProgram(): string {
  kept ??= [
    `const candidateProgram = ${JSON.stringify(candidateProgram())};`,
    `const quickJsBase64 = "${quickJs().toString("base64")}";`,
    bundled("node-place.ts", "cjs"),
  ].join("\n");
  return kept;
}

/** QuickJS, compiled. */
export function quickJs(): Buffer {
  const {resolve} = createRequire(import.meta.url);
  return readFileSync(resolve("@jitl/quickjs-ng-wasmfile-release-sync/wasm"));
}

/** A script whose value is `startCandidate`. */
export function candidateProgram(): string {
  const script = bundled("../../lib/grading/candidate.ts", "iife");
  return `(() => {${script}; return candidate.startCandidate})()`;
}

/** A program as one script, by its path from here. Also Node's is a browser's, so that QuickJS looks for no file. */
function bundled(file: string, format: "cjs" | "iife"): string {
  const {outputFiles} = buildSync({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    minifyWhitespace: true,
    format,
    globalName: "candidate",
    platform: "browser",
    define: {"import.meta.url": '""'},
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}
