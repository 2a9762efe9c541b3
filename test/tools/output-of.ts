import {spawn} from "node:child_process";
import {root} from "../../tools/project.mjs";

/** All that a program of node_modules says, on both channels. Resolves also when it fails. */
export function outputOf(script: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [`${root}node_modules/${script}`, ...args], {cwd: root});
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => {
      text += part;
    });
  return new Promise((resolve) => child.on("close", () => resolve(text)));
}
