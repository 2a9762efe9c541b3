/** `lib/kernels` as others get it: packed, and unpacked in a project that has TF.js and nothing of this one. */
import {execFile} from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {afterAll, beforeAll, expect, test} from "vitest";
import {root} from "../../tools/project.mjs";

const start = promisify(execFile);
const project = mkdtempSync(join(tmpdir(), "kernels-package-"));
const installed = join(project, "node_modules/from-noise-kernels");

beforeAll(async () => {
  mkdirSync(installed, {recursive: true});
  symlinkSync(
    `${root}node_modules/@tensorflow`,
    join(project, "node_modules/@tensorflow"),
    "junction",
  );
  writeFileSync(join(project, "package.json"), '{"type": "module"}');
  await start(process.execPath, [`${root}tools/pack-kernels.mjs`, project]);
  const archive = readdirSync(project).find((name) => name.endsWith(".tgz"))!;
  await start("tar", ["-xzf", archive, "-C", installed, "--strip-components=1"], {cwd: project});
});

afterAll(() => rmSync(project, {recursive: true, force: true}));

/** The README's first program. */
const [, program = ""] = /```ts.*\n([\s\S]*?)```/.exec(
  readFileSync(`${root}lib/kernels/README.md`, "utf8"),
)!;

test("the README's program trains a convolution on wasm", async () => {
  const more = `
    const {history} = await model.fit(tf.ones([8, 28, 28, 1]), tf.ones([8, 10]), {epochs: 40});
    console.log(JSON.stringify({backend: tf.getBackend(), losses: history.loss}));`;
  writeFileSync(join(project, "program.js"), program + more);
  const {stdout} = await start(process.execPath, ["program.js"], {cwd: project});
  const {backend, losses} = JSON.parse(stdout) as {backend: string; losses: number[]};
  expect(backend).toBe("wasm");
  expect(losses).toHaveLength(40);
  expect(losses.at(-1)).toBeLessThan(losses[0]! / 2);
});

test("the declarations hold in a strict project, and refuse what is wrong", async () => {
  writeFileSync(
    join(project, "wrong.ts"),
    'import {adam} from "from-noise-kernels";\nadam("0.1");\n',
  );
  writeFileSync(join(project, "program.ts"), program);
  expect(await complaints("program.ts", "wrong.ts")).toEqual([
    expect.stringMatching(/^wrong\.ts\(2,6\): error TS2345/),
  ]);
});

/** What tsc says of `files` and of the package's declarations; those of TF.js are no concern of ours. */
async function complaints(...files: string[]): Promise<string[]> {
  const compilerOptions = {
    ...{target: "ES2022", module: "NodeNext", lib: ["ES2023", "DOM"], types: []},
    ...{strict: true, skipLibCheck: false, noEmit: true},
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({compilerOptions, files}));
  const tsc = start(process.execPath, [`${root}node_modules/typescript/bin/tsc`], {cwd: project});
  const {stdout} = await tsc.catch((error: {stdout: string}) => error);
  return stdout
    .split("\n")
    .filter((line) => /^(program|wrong)\.ts|from-noise-kernels\//.test(line));
}

test("the kernels of a back end are a file that is loaded only where that back end is", () => {
  const index = readFileSync(join(installed, "dist/index.js"), "utf8");
  for (const backend of ["wasm", "webgpu"]) {
    expect(index).toMatch(new RegExp(`import\\("\\./${backend}-\\w+\\.js"\\)`));
    expect(index).not.toMatch(new RegExp(`from "\\./${backend}-`));
  }
});

test("it asks for the TF.js that it is tested with", () => {
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
  const {version} = read(`${root}node_modules/@tensorflow/tfjs-core/package.json`);
  const {peerDependencies} = read(join(installed, "package.json"));
  expect(new Set(Object.values(peerDependencies))).toEqual(new Set([`~${version}`]));
});
