/** Scripts and programs that tell what they found as JSON, in their last line. */
import {execFile} from "node:child_process";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";

const mostBytes = 2 ** 26;

/** The answer of `script`, a file of this folder, in a process like this one, with the same loader of TypeScript. */
export async function answerOf<Answer>(
  script: string,
  ...args: readonly (string | number)[]
): Promise<Answer> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const words = [...process.execArgv, file, ...args.map(String)];
  const {stdout} = await promisify(execFile)(process.execPath, words, {maxBuffer: mostBytes});
  return lastLine(stdout);
}

export function lastLine<Answer>(output: string): Answer {
  return JSON.parse(output.trim().split("\n").at(-1)!) as Answer;
}
