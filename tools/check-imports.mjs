/**
 * The directions of CONTRIBUTING.md, checked: who may import whom, where TF.js may be, and that `lib` reads no clock,
 * no unseeded chance and no page. Type-only imports leave no trace at run time and are free within `lib`.
 */
import {readdirSync, readFileSync} from "node:fs";
import {posix} from "node:path";
import * as esbuild from "esbuild";
import {isMain, Plain, report, root} from "./project.mjs";

const folders = ["lib", "src", "lessons", "data", "test", "bench"];

/** Imports that each part of `lib` may have, beside itself. The rest of `lib`'s files, at the top, are `base`. */
const below = /** @type {Record<string, readonly string[]>} */ ({
  base: [],
  tf: [],
  metrics: ["base"],
  datasets: ["base"],
  pipeline: ["base", "datasets", "tf"],
  kernels: [],
  grading: ["base"],
  driving: ["base", "grading"],
  questions: ["base"],
  descent: ["base"],
  worlds: ["base"],
  provenance: ["base"],
  prompts: ["base", "datasets"],
  models: ["base", "datasets", "pipeline", "kernels", "tf"],
  training: ["base", "datasets", "pipeline", "models", "kernels", "driving", "tf"],
});

/** These build a whole run, so they see all of `lib`; only workers, scripts and tests see them. */
const setups = /^src\/experiments\/(.*[/.]setup|[\w-]+\/claims|index)\.ts$/;

/** Tests that lie beside what they test. */
const tests = /^src\/experiments\/.*[/.]test\.ts$/;

/** The folder of one experiment. */
const experimentFolder = /^src\/experiments\/([\w-]+)\//;

/** Parts of `lib` where TF.js may be imported. */
const tensorParts = ["tf", "models", "training", "kernels", "pipeline"];

/** Packages that are handed to `lib` by those who have them: it may know their types. */
const handedIn = ["quickjs-emscripten-core"];

/** Modules that run in a worker, where TF.js lives; no page module may reach it otherwise. */
const workers = /^src\/(experiments|exercise|notebook|provenance)\/([\w-]+-)?worker\.ts$/;

/** Names that would make a run depend on more than its seed and params, or on a page. */
const impure = /** @type {const} */ ([
  [/\bMath\.random\b/, "Math.random (take a Random)"],
  [/\bDate\.now\b|\bnew Date\(\)|\bnew Date\b(?!\()/, "the date (take it as an argument)"],
  [/\bperformance\.now\b/, "the clock (take a `now` function)"],
  [/\b(document|window|localStorage|sessionStorage|location)\./, "the page (it belongs in src)"],
  [/\bcrypto\.(getRandomValues|randomUUID)\b/, "unseeded chance (take a Random)"],
]);

/**
 * @typedef {{from: string, to: string, type: boolean}} Import `to` is a path of the project or a package's name
 */

/** Every violation as `file: what is wrong`. @param {ReadonlyMap<string, string>} sources text by path */
export async function importProblems(sources) {
  const {valueImports, defaultExports} = await readModules(sources);
  const imports = [...valueImports, ...typeImports(sources)];
  const problems = [
    ...defaultExports.map((file) => `${file}: has a default export`),
    ...imports.flatMap((each) => directionProblem(each) ?? []),
    ...reachingTensors(imports, sources),
    ...cycles(imports),
    ...(await Promise.all([...sources].map(impurities))).flat(),
  ];
  return [...new Set(problems)].sort();
}

/** @param {Import} each @returns {string | undefined} */
function directionProblem({from, to, type}) {
  const [area, target] = [areaOf(from), areaOf(to)];
  const refuse = (/** @type {string} */ why) => `${from}: imports ${to} (${why})`;
  if (target === "lessons" && area !== "lessons" && area !== "test")
    return refuse("nothing imports lessons");
  if (area === "lib" && type && handedIn.includes(to)) return undefined;
  if (area === "lib" && target === "package") return packageProblem(from, to, refuse);
  if (area === "lib" && target !== "lib") return refuse("lib imports only lib");
  if (area === "src" && (target === "test" || target === "bench"))
    return refuse("src imports src and lib");
  if (area === "src" && experimentFolder.test(to)) return experimentProblem(from, to, refuse);
  if (
    (area === "src" || area === "lessons") &&
    target === "package" &&
    !type &&
    !workers.test(from)
  )
    return to.startsWith("observablehq:")
      ? undefined
      : refuse("pages import packages through src/vendor");
  if (type) return undefined;
  if (area === "lib" && target === "lib") return partProblem(from, to, refuse);
  if (
    /^src\/figures\//.test(from) &&
    /^(src\/(experiment|storage)|lib\/(models|training|kernels|pipeline))\//.test(to)
  )
    return refuse("figures know only what they are given");
  return undefined;
}

/** @param {string} from @param {string} to @param {(why: string) => string} refuse */
function experimentProblem(from, to, refuse) {
  const [own, other] = [from, to].map((path) => experimentFolder.exec(path)?.[1]);
  if (!/^src\/experiments\//.test(from)) return refuse("src does not know its experiments");
  if (other !== own && other !== "shared" && own !== undefined)
    return refuse("an experiment knows no other: what they share is in shared");
  if (setups.test(to) && !setups.test(from)) return refuse("setups are for workers");
  return undefined;
}

/** @param {string} from @param {string} to @param {(why: string) => string} refuse */
function packageProblem(from, to, refuse) {
  if (!to.startsWith("@tensorflow/")) return refuse("lib needs no package but TF.js");
  const allowed = tensorParts.includes(partOf(from));
  return allowed ? undefined : refuse(`TF.js only in ${tensorParts.join(", ")} and setups`);
}

/** @param {string} from @param {string} to @param {(why: string) => string} refuse */
function partProblem(from, to, refuse) {
  const [part, target] = [partOf(from), partOf(to)];
  const allowed = below[part];
  if (!allowed)
    return `${from}: unknown part of lib: ${part} (one of ${Object.keys(below).join(", ")})`;
  if (part === target || allowed.includes(target)) return undefined;
  return refuse(`${part} may import ${["itself", ...allowed].join(", ")}`);
}

/** @param {string} path */
function areaOf(path) {
  if (tests.test(path)) return "test";
  const area = path.split("/")[0] ?? "";
  return [...folders, "tools"].includes(area) && path.includes("/") ? area : "package";
}

/** @param {string} path of a file in lib */
function partOf(path) {
  const [, part = "", file] = path.split("/");
  if (file !== undefined) return part;
  return part === "tf.ts" ? "tf" : "base";
}

/** @param {string} file */
function inWorker(file) {
  return [workers, setups, tests].some((kind) => kind.test(file));
}

/** Page modules from which TF.js can be reached. @param {Import[]} imports @param {ReadonlyMap<string, string>} sources */
function reachingTensors(imports, sources) {
  const graph = graphOf(imports);
  return [...sources.keys()]
    .filter((file) => /^(src|lessons)\//.test(file) && !inWorker(file))
    .flatMap((file) => {
      const path = pathTo(graph, file, (to) => to.startsWith("@tensorflow/") || to === "lib/tf.ts");
      return path ? [`${file}: brings TF.js to the page (${path.join(" > ")})`] : [];
    });
}

/** Type imports count: two files that need each other's types are one concept in two places. @param {Import[]} imports */
function cycles(imports) {
  const graph = graphOf(imports.map((each) => ({...each, type: false})));
  return [...graph.keys()].flatMap((file) => {
    const path = pathTo(graph, file, (to) => to === file);
    return path?.slice(1, -1).every((other) => file < other)
      ? [`${file}: imports itself (${path.join(" > ")})`]
      : [];
  });
}

/** Value imports only. @param {Import[]} imports @returns {Map<string, string[]>} */
function graphOf(imports) {
  const graph = new Map();
  for (const {from, to, type} of imports)
    if (!type) graph.set(from, [...(graph.get(from) ?? []), to]);
  return graph;
}

/** A shortest way from `start` to a node that `isGoal`. @param {Map<string, string[]>} graph @param {string} start
 * @param {(node: string) => boolean} isGoal @returns {string[] | undefined} */
function pathTo(graph, start, isGoal) {
  const seen = new Set([start]);
  for (const queue = [[start]]; queue.length > 0; ) {
    const path = queue.shift() ?? [];
    for (const next of graph.get(path.at(-1) ?? "") ?? []) {
      if (isGoal(next)) return [...path, next];
      if (!seen.has(next)) queue.push([...path, next]);
      seen.add(next);
    }
  }
  return undefined;
}

/** esbuild reads them, so that no regular expression has to. @param {ReadonlyMap<string, string>} sources */
async function readModules(sources) {
  const files = [...sources.keys()];
  /** @type {Import[]} */
  const imports = [];
  const {metafile} = await esbuild.build({
    entryPoints: files.map((path, i) => ({in: path, out: `${i}`})),
    metafile: true,
    bundle: true,
    write: false,
    outdir: "out",
    format: "esm",
    logLevel: "error",
    tsconfigRaw: {compilerOptions: {verbatimModuleSyntax: true}},
    plugins: [
      {
        name: "imports",
        setup(build) {
          build.onResolve({filter: /.*/}, ({path, importer, kind}) => {
            if (kind === "entry-point")
              return {path: path.replace(/^\.\//, ""), namespace: "project"}; // "./" if it is on disk
            imports.push({from: importer, to: resolve(importer, path), type: false});
            return {path, external: true};
          });
          build.onLoad({filter: /.*/, namespace: "project"}, ({path}) => ({
            contents: sources.get(path) ?? "",
            loader: "ts",
          }));
        },
      },
    ],
  });
  const defaultExports = Object.entries(metafile.outputs).flatMap(([output, {exports}]) =>
    exports.includes("default") ? [files[Number(posix.basename(output, ".js"))] ?? output] : [],
  );
  return {valueImports: imports, defaultExports};
}

/** @param {ReadonlyMap<string, string>} sources @returns {Import[]} */
function typeImports(sources) {
  return [...sources].flatMap(([from, text]) =>
    [...text.matchAll(/^(?:import|export) type [^;"']*\bfrom\s*["']([^"']+)["']/gm)].map(
      ([, to = ""]) => ({
        from,
        to: resolve(from, to),
        type: true,
      }),
    ),
  );
}

/** The imported file's path in the project, through the links in `src`, or the package's name.
 * @param {string} from @param {string} specifier */
function resolve(from, specifier) {
  if (!specifier.startsWith(".") && !specifier.startsWith("/")) return specifier;
  const path = posix.join(specifier.startsWith("/") ? "src" : posix.dirname(from), specifier);
  return path.replace(/^src\/(?=(lib|lessons|data)\/)/, "").replace(/\.js$/, ".ts");
}

/** @param {[string, string]} source @returns {Promise<string[]>} */
async function impurities([file, text]) {
  if (!file.startsWith("lib/")) return [];
  const options = /** @type {const} */ ({
    loader: "ts",
    minifyWhitespace: true,
    legalComments: "none",
    sourcefile: file,
  });
  const {code} = await esbuild.transform(text, options);
  return impure.flatMap(([sign, what]) => (sign.test(code) ? [`${file}: uses ${what}`] : []));
}

/** The project's own TypeScript by path. @returns {Map<string, string>} */
export function projectSources() {
  const paths = folders.flatMap((folder) =>
    readdirSync(root + folder, {recursive: true, withFileTypes: true})
      .filter(
        (entry) => entry.isFile() && /\.ts$/.test(entry.name) && !entry.name.endsWith(".d.ts"),
      )
      .map((entry) =>
        posix.join(posix.relative(root, entry.parentPath.replaceAll("\\", "/")), entry.name),
      ),
  );
  // AssemblyScript is checked by its own compiler, and imports nothing of ours.
  const own = paths.filter(
    (path) =>
      !/^(src\/(lib|lessons|data|vendor|\.observablehq)|lib\/kernels\/assembly)\//.test(path),
  );
  return new Map(own.map((path) => [path, readFileSync(root + path, "utf8")]));
}

/** Throws a list of every violation in the project. */
export async function checkImports() {
  const problems = await importProblems(projectSources());
  if (problems.length > 0) throw new Plain(`import directions:\n  ${problems.join("\n  ")}`);
}

if (isMain(import.meta)) await report(checkImports);
