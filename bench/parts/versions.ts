/** Older versions of TF.js with the kernels: first losses of steps on wasm beside those of the same version's cpu back end. Needs npm's registry. */
import {execFile} from "node:child_process";
import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {bundleWorker} from "../../test/lib/kernels/parallel-workers.js";
import type {Part, Row} from "../part.js";
import {lastLine} from "../script-answer.js";
import type {VersionReport} from "../version-program.js";

const start = promisify(execFile);

const packages = ["tfjs-core", "tfjs-layers", "tfjs-backend-cpu", "tfjs-backend-wasm"];
const tried = ["3.21.0", "4.0.0", "4.2.0", "4.10.0", "4.17.0", "4.20.0", "4.21.0", "4.22.0"];

export const versions: Part = {
  title: "Versions of TF.js",
  async measure(say) {
    const program = await bundleWorker("bench/version-program.ts");
    const rows: Row[] = [];
    for (const version of tried) {
      say(version);
      rows.push(rowOf(await reportOf(version, program)));
    }
    const note =
      "wasm with the kernels, batch 4, each version in a project of its own. The largest difference of a loss in the first three steps from that on the same version's cpu " +
      "back end, as a share. The tests of the kernels are run with the version that package.json names.";
    return [{title: "How far losses are from those of TF.js's cpu back end", rows, note}];
  },
};

async function reportOf(version: string, program: string): Promise<VersionReport> {
  const cwd = mkdtempSync(join(tmpdir(), "tfjs-version-"));
  try {
    writeFileSync(join(cwd, "package.json"), '{"type": "module"}');
    const wanted = packages.map((name) => `@tensorflow/${name}@${version}`);
    await start("npm", ["install", "--no-audit", "--no-fund", "--legacy-peer-deps", ...wanted], {
      cwd,
    });
    copyFileSync(program, join(cwd, "program.mjs"));
    const {stdout} = await start(process.execPath, ["program.mjs"], {cwd});
    return lastLine<VersionReport>(stdout);
  } finally {
    rmSync(cwd, {recursive: true, force: true});
  }
}

function rowOf({version, cpu, wasm, warnings}: VersionReport): Row {
  const apart = Object.entries(cpu).map(([name, losses]) => {
    const shares = losses.map((loss, i) => Math.abs(wasm[name]![i]! - loss) / Math.abs(loss));
    return [name, Number(Math.max(...shares).toExponential(1))];
  });
  return {version, ...Object.fromEntries(apart), warnings: warnings.join(" ") || "none"};
}
