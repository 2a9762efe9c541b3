import {gzipSync} from "node:zlib";
import {build} from "esbuild";
import {root} from "../tools/project.mjs";

/** `lib/kernels` as one minified module, with the binary in it and without TF.js. */
export async function kernelsBundle(): Promise<Uint8Array> {
  const {outputFiles} = await build({
    ...{entryPoints: [`${root}lib/kernels/index.ts`], bundle: true, minify: true, write: false},
    ...{format: "esm", platform: "browser", target: "es2022", packages: "external"},
    logLevel: "error",
  });
  return outputFiles[0]!.contents;
}

export function gzipBytes(contents: Uint8Array): number {
  return gzipSync(contents, {level: 9}).length;
}
