import {readdirSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {build, type Metafile} from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Test files as paths from the project's root. */
export interface TestFiles {
  /** Those whose imports reach TF.js. Its back ends and memory are one per process, so each of them wants a process to itself. */
  readonly tensors: string[];
  readonly plain: string[];
}

/** The test files of `folders`, told apart by what they import, and what that imports. */
export async function testFiles(folders: readonly string[]): Promise<TestFiles> {
  const files = folders.flatMap((folder) =>
    readdirSync(`${root}${folder}`, {recursive: true, encoding: "utf8"})
      .filter((name) => /(^|[/\\.])test\.ts$/.test(name))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  const inputs = await importsOf(files);
  const tensors = files.filter((file) => reachesTensors(inputs, file));
  return {tensors, plain: files.filter((file) => !tensors.includes(file))};
}

async function importsOf(entryPoints: string[]): Promise<Metafile["inputs"]> {
  const {metafile} = await build({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    outdir: "nowhere",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  return metafile.inputs;
}

function reachesTensors(inputs: Metafile["inputs"], file: string): boolean {
  const seen = new Set([file]);
  for (const at of seen)
    for (const {path, external} of inputs[at]?.imports ?? []) {
      if (path.startsWith("@tensorflow/")) return true;
      if (!external) seen.add(path);
    }
  return false;
}
