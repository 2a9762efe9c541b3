/** Runs specs in processes that may trap, hang or take too much memory: the spec that does is named, and the others go on. */
import {spawn} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {type Bundle, moduleOf} from "./bundle.js";
import type {Job, Limits, Line, Result, Way} from "./job.js";

const usualLimits: Limits = {specSeconds: 60, megabytes: 3072};

/** What became of each spec, in the order of their declaration. */
export async function runSpecs(
  bundle: Bundle,
  way: Way,
  limits: Limits = usualLimits,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let first = 0; ; first = results.at(-1)!.index + 1) {
    const {ended, done, end} = await runFrom(first, bundle, way, limits);
    results.push(...ended);
    if (done) return results;
    if (!ended.length) throw new Error(`the specs did not start: ${end}`);
  }
}

interface Report {
  readonly ended: Result[];
  readonly done: boolean;
  /** How the process ended. */
  readonly end: string;
}

async function runFrom(
  first: number,
  {suite, folder}: Bundle,
  way: Way,
  limits: Limits,
): Promise<Report> {
  const report = `${folder}${way.backend}-${way.kernels}.jsonl`;
  const files = suite.files.map((name) => ({name, module: `./${moduleOf(name)}.mjs`}));
  const declaredFor = suite.declaredFor === "cpu" ? "cpu" : way.backend;
  writeFileSync(report, "");
  const end = await endOf(`${folder}spec-process.mjs`, {
    ...way,
    ...{files, declaredFor, first, limits, report},
  });
  return readReport(readFileSync(report, "utf8"), end);
}

/** How the process ended, in words. */
function endOf(file: string, job: Job): Promise<string> {
  const args = [`--max-old-space-size=${job.limits.megabytes >> 1}`, file, JSON.stringify(job)];
  const child = spawn(process.execPath, args, {stdio: ["ignore", "ignore", "pipe"]});
  let trouble = "";
  child.stderr.on("data", (text) => {
    trouble = (trouble + text).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(`ended with ${signal ?? code}: ${trouble}`));
  });
}

function readReport(text: string, end: string): Report {
  const lines = text.split("\n").filter(Boolean).map(readLine);
  const ended = lines.flatMap((line) => ("ended" in line ? [line.ended] : []));
  const why = lines.flatMap((line) => ("stopped" in line ? [line.stopped] : [])).at(0) ?? end;
  const last = lines.filter((line) => !("stopped" in line)).at(-1);
  if (last && "began" in last) ended.push({...last.began, status: "failed", message: why});
  return {ended, end: why, done: !!last && "done" in last};
}

function readLine(text: string): Line {
  return JSON.parse(text) as Line;
}
