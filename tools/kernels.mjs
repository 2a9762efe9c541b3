/**
 * Compiles `lib/kernels/assembly` (AssemblyScript) to WebAssembly and writes it, as text with its types, to
 * `lib/kernels/wasm/binary.ts` (git-ignored). Takes some seconds, so it is done only when a source has changed.
 */
import {createHash} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {deflateSync} from "node:zlib";
import {exclusively} from "./lock.mjs";
import {cacheFolder, isMain, Plain, report, root} from "./project.mjs";

const sources = "lib/kernels/assembly/";
const target = `${root}lib/kernels/wasm/binary.ts`;
const stamp = `${cacheFolder}kernels`;

/** Plain SIMD and nothing that differs between processors; memory is the caller's; no runtime, no static data. */
const options = [
  ...["--runtime", "stub", "--importMemory", "--initialMemory", "0", "--enable", "simd"],
  ...["-O3", "--noAssert", "--bindings", "raw", "--use", "abort=", "--noExportMemory"],
];

/** Makes `binary.ts` unless it is newer than its sources. */
export async function buildKernels() {
  await exclusively(async () => {
    const hash = sourceHash();
    if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, "utf8") === made(hash))
      return;
    const start = performance.now();
    const text = await compile();
    if (!existsSync(target) || readFileSync(target, "utf8") !== text) writeFileSync(target, text);
    writeFileSync(stamp, made(hash));
    console.log(`compiled the kernels in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  });
}

async function compile() {
  const folder = `${cacheFolder}kernels-${process.pid}/`;
  mkdirSync(folder, {recursive: true});
  try {
    const asc = await import("assemblyscript/asc");
    const outFile = `${folder}kernels.wasm`;
    const {error, stderr} = await asc.main([
      ...[`${root}${sources}index.ts`, "--baseDir", root, "--outFile", outFile],
      ...options,
    ]);
    if (error) throw new Plain(`the kernels did not compile: ${error.message}\n${stderr}`);
    return moduleText(readFileSync(outFile), readFileSync(`${folder}kernels.d.ts`, "utf8"));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

/** @param {Uint8Array} wasm @param {string} declarations asc's, one `export function` each */
function moduleText(wasm, declarations) {
  const signatures = [...declarations.matchAll(/^ *export function (.*);$/gm)];
  return [
    "// Made by tools/kernels.mjs from lib/kernels/assembly.",
    "export interface Exports {",
    ...signatures.map(([, signature]) => `  ${signature};`),
    "}",
    `export const packed =\n  "${deflateSync(wasm, {level: 9}).toString("base64")}";`,
    "",
  ].join("\n");
}

/** What the stamp says of sources and of what was made of them: another checkout's file is not taken for ours. @param {string} hash */
function made(hash) {
  return `${hash} ${createHash("sha256").update(readFileSync(target)).digest("hex")}`;
}

function sourceHash() {
  const hash = createHash("sha256").update(options.join(" "));
  for (const file of ["package-lock.json", "tools/kernels.mjs", ...sourceFiles()])
    hash.update(readFileSync(root + file));
  return hash.digest("hex");
}

function sourceFiles() {
  return readdirSync(root + sources)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => sources + file);
}

if (isMain(import.meta)) await report(buildKernels);
