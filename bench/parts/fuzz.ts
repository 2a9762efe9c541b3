/** Whether anything that a file, a link, a database or a submission can say does harm. */
import {execFile} from "node:child_process";
import {readFileSync, statSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {targets} from "../../test/fuzz/index.js";
import {root} from "../../tools/project.mjs";
import type {FuzzReport} from "../fuzz-run.js";
import type {Effort, Part, Row, Say} from "../part.js";
import {round} from "../summary.js";

const script = fileURLToPath(new URL("../fuzz-run.ts", import.meta.url));
const folder = `${root}test-results/fuzz`;
const [heapLimitMb, endlessMs] = [1024, 60_000];

export const fuzz: Part = {
  title: "Random mutation",
  async measure(say, {seconds = 600, seed = 1}: Effort) {
    const rows: Row[] = [];
    for (const {name} of targets) rows.push(await rowOf(name, seconds / targets.length, seed, say));
    const note =
      `${seconds} s, seed ${seed}. Texts that are right, mutated; each kind of outcome is mutated further. A finding: something thrown that is no ` +
      `refusal, something lost, a pause above 2 s, a process that ends or takes more than ${heapLimitMb} MB of heap, a point for a cheat. Those of a ` +
      "submission may take their time limit of 1 s, and 2 s for a process. Findings lie in test-results/fuzz, made small.";
    return [{title: "What texts from anywhere do", rows, note}];
  },
};

/** The target's figures, of as many processes as it took. */
async function rowOf(target: string, seconds: number, seed: number, say: Say): Promise<Row> {
  const reports: FuzzReport[] = [];
  const end = performance.now() + seconds * 1000;
  for (let again = 0; again === 0 || end - performance.now() > 1000; again++)
    reports.push(await reportOf(target, (end - performance.now()) / 1000, seed + again));
  const all = (of: (report: FuzzReport) => number) => reports.map(of);
  const findings = reports.flatMap((report) => report.findings);
  say(`${target}: ${findings.length === 0 ? "nothing found" : findings.join("; ")}`);
  return {
    target,
    cases: all(({cases}) => cases).reduce((sum, count) => sum + count, 0),
    "kinds of outcome": Math.max(...all(({kinds}) => kinds)),
    findings: findings.length,
    "longest ms": round(Math.max(...all(({longestMs}) => longestMs))),
    "peak memory, MB": Math.max(...all(({peakMb}) => peakMb)),
  };
}

/** What a process says at its end, or what its end says. */
function reportOf(target: string, seconds: number, seed: number): Promise<FuzzReport> {
  const last = `${folder}/${target.replaceAll(" ", "-")}-${seed}-last.txt`;
  return new Promise((resolve) => {
    const flags = [...process.execArgv, `--max-old-space-size=${heapLimitMb}`];
    const args = [...flags, script, target, String(seconds), String(seed), folder];
    const started = Date.now();
    const options = {maxBuffer: 64 * 2 ** 20};
    const child = execFile(process.execPath, args, options, (error, stdout) => {
      clearInterval(watch);
      const line = stdout.trim().split("\n").at(-1) ?? "";
      resolve(error ? broken(`ended by ${error.signal ?? error.code}`, last) : JSON.parse(line));
    });
    const watch = setInterval(() => {
      if (Date.now() - Math.max(started, changedMs(last)) > endlessMs) child.kill("SIGKILL");
    }, 2000);
  });
}

function changedMs(file: string): number {
  return statSync(file, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}

function broken(what: string, last: string): FuzzReport {
  const length = statSync(last, {throwIfNoEntry: false}) ? readFileSync(last).length : 0;
  const finding = `the process ${what} at a text of ${length} bytes: ${last}`;
  return {cases: 0, kinds: 0, longestMs: 0, peakMb: 0, findings: [finding]};
}
