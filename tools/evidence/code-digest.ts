/**
 * A digest of code and all that it reaches, which comments, formatting, types and the names of local variables leave as it is: that of
 * the minified bundle, with variables numbered in the order in which they come, for esbuild's choice of letters depends on all the
 * letters of a file. Of packages their versions count, and of the kernels which of them are used: what they compute is known by the bits of
 * runs. What is imported on demand, `import("./…")`, does not count: no measured run asks for it, and in one file none of what it reaches could
 * be left out. It knows no path, so it is the same in every checkout.
 */
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {javascriptLanguage} from "@codemirror/lang-javascript";
import {build, type Plugin} from "esbuild";
import {digest} from "./digest.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Of the module `entry`, whose imports are relative to `folder`. */
export async function codeDigest(entry: string, folder: string): Promise<string> {
  const {outputFiles, metafile} = await build({
    stdin: {contents: entry, resolveDir: folder, loader: "ts"},
    absWorkingDir: root,
    bundle: true,
    minify: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "es2022",
    legalComments: "none",
    write: false,
    metafile: true,
    outfile: "code.js",
    plugins: [kernels, onDemand, pure],
    logLevel: "error",
  });
  const imported = Object.values(metafile.outputs).flatMap(({imports}) => imports);
  return digest(numbered(outputFiles[0]!.text), versionsOf(imported.map(({path}) => path)));
}

const variables = /^(Private|Variable)|^Label$/;

/** `code` with a number in place of each variable; globals keep their names, and so does what another module exports. */
function numbered(code: string): string {
  const numbers = new Map<string, number>();
  const parts: (string | number)[] = [];
  let end = 0;
  javascriptLanguage.parser.parse(code).iterate({
    enter({name: kind, from, to, node: {parent}}) {
      const name = code.slice(from, to);
      const isForeign = kind === "VariableName" && parent?.name === "ImportGroup";
      if (!variables.test(kind) || name in globalThis || isForeign) return;
      if (!numbers.has(name)) numbers.set(name, numbers.size);
      parts.push(code.slice(end, from), numbers.get(name)!);
      end = to;
    },
  });
  return parts.join(" ") + code.slice(end);
}

/** Where they lie in their package, and what else the package has, does not count. */
const kernels: Plugin = {
  name: "kernels",
  setup({onResolve}) {
    onResolve({filter: /\/kernels\//}, () => ({path: "./kernels", external: true}));
  },
};

const onDemand: Plugin = {
  name: "on-demand",
  setup({onResolve}) {
    onResolve({filter: /^\./}, ({kind, path}) =>
      kind === "dynamic-import" ? {path, external: true} : undefined,
    );
  },
};

/**
 * What stands beside what is used in these files would stay in the bundle if it were not marked as pure: a file's other claims, and of a
 * description its labels and help, when a setup takes a number from there.
 */
const pure: Plugin = {
  name: "pure",
  setup({onLoad}) {
    onLoad({filter: /\/(claims|experiment)\.ts$/}, ({path}) => ({
      contents: readFileSync(path, "utf8")
        .replaceAll(/\b(?:claim|everySeed|paramTable)(?=[(<])/g, "/* @__PURE__ */ $&")
        .replaceAll(description, "$1 = /* @__PURE__ */ (() => ($2))();"),
      loader: "ts",
    }));
  },
};

/** From its name to the brace that ends it, at the line's beginning. */
const description = /^(export const \w+: Experiment<.*>) = (\{\n[\s\S]*?^\});/gm;

/** "name version" of each package among the imports. */
function versionsOf(imports: readonly string[]): string[] {
  const {packages} = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8"));
  const names = imports.flatMap((path) => /^(?!node:)(?:@[^/]+\/)?[\w-][^/]*/.exec(path) ?? []);
  return [...new Set(names)]
    .sort()
    .map((name) => `${name} ${packages[`node_modules/${name}`]?.version ?? ""}`);
}
