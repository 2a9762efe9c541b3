/** Where things are, and how a tool speaks. */
import {spawn} from "node:child_process";
import {fileURLToPath} from "node:url";

/** The project's root folder, with a trailing separator. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Folder of what tools keep between runs: stamps, locks, half-made builds. Git ignores it. */
export const cacheFolder = `${root}node_modules/.cache/from-noise/`;

/** The folder of its host under which the site will live, from BASE_PATH: "/" or e.g. "/from-noise/". */
export const basePath = `/${process.env.BASE_PATH ?? ""}/`.replace(/\/+/g, "/");

/** Whether this module is the one that was started, e.g. by `node tools/build.mjs`.
 * @param {ImportMeta} meta */
export function isMain(meta) {
  return process.argv[1] === fileURLToPath(meta.url);
}

/** Runs a program in the project's root and resolves to its exit code. Its output goes to ours.
 * @param {string} program @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env] */
export function run(program, args, env = process.env) {
  return new Promise((/** @type {(code: number) => void} */ resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: "inherit",
      shell: needsShell(program),
    });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Windows starts `npm.cmd` only through a shell. @param {string} program */
function needsShell(program) {
  return process.platform === "win32" && !program.endsWith("node.exe");
}

/** Ends the process with a plain message instead of a stack, unless the error is a surprise.
 * @param {() => Promise<unknown>} main */
export async function report(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Plain ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** An error whose message says all that the user needs. */
export class Plain extends Error {}
