/**
 * `npm test`: everything that must hold, on a machine where nothing is installed but Node.
 *
 * The stages run one after the other and all of them run, whatever fails, unless a later one cannot (no packages, no
 * site, no browser). Each counts as one test beside vitest's own. A skipped test fails the run, unless `mayBeSkipped`
 * names it with a reason. The last line is `N passed, N failed`.
 *
 *     npm test -- "build" "unit tests"     these stages alone
 */
import {existsSync, mkdirSync, readFileSync, rmSync} from "node:fs";
import {install} from "./install.mjs";
import {cacheFolder, Plain, root, run} from "./project.mjs";

/** Full test names and why they may be skipped. */
const mayBeSkipped = /** @type {Record<string, string>} */ (
  Object.fromEntries(
    ["train", "test"].map((split) => [
      `'clothes' ${split}: the packed pictures are the ones the script chooses from the source`,
      "the Debian package dataset-fashion-mnist is not installed; the manifest's hashes are checked all the same",
    ]),
  )
);

const wanted = process.argv.slice(2);

/** @typedef {{name: string, ok: boolean, seconds: number, passed: number, failed: number}} Stage */
/** @type {Stage[]} */
const stages = [];

/** Runs `work` and remembers how it went. It resolves to counts when it is made of tests.
 * @param {string} name @param {() => Promise<void | {passed: number, failed: number}>} work */
async function stage(name, work) {
  if (wanted.length > 0 && !wanted.includes(name)) return true;
  console.log(`\n── ${name}`);
  const start = performance.now();
  let counts = {passed: 1, failed: 0};
  try {
    counts = (await work()) ?? counts;
  } catch (error) {
    console.error(error instanceof Plain ? error.message : error);
    counts = {passed: 0, failed: 1};
  }
  const seconds = (performance.now() - start) / 1000;
  stages.push({name, ok: counts.failed === 0, seconds, ...counts});
  return counts.failed === 0;
}

/** A program of node_modules that must exit with 0. @param {string} script @param {...string} args */
async function must(script, ...args) {
  const code = await run(process.execPath, [`${root}node_modules/${script}`, ...args]);
  if (code !== 0) throw new Plain(`exit code ${code}`);
}

/** All projects of vitest.config.ts whose name begins so. @param {"unit" | "browser"} project */
async function vitest(project) {
  const report = `${cacheFolder}vitest-${project}.json`;
  rmSync(report, {force: true});
  mkdirSync(cacheFolder, {recursive: true});
  const code = await run(process.execPath, [
    `${root}node_modules/vitest/vitest.mjs`,
    ...["run", "--project", `${project}*`],
    ...["--reporter", "default", "--reporter", "json", `--outputFile.json=${report}`],
  ]);
  return countsOf(report, code);
}

/** What is read of vitest's JSON report.
 * @typedef {{fullName: string, status: string}} TestResult
 * @typedef {{name: string, status: string, assertionResults: TestResult[]}} FileResult
 * @typedef {{numPassedTests: number, testResults: FileResult[]}} Report */

/** @param {string} report @param {number} code vitest's exit code */
function countsOf(report, code) {
  if (!existsSync(report)) throw new Plain(`vitest ended with ${code} and no report`);
  /** @type {Report} */
  const {testResults, numPassedTests} = JSON.parse(readFileSync(report, "utf8"));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failed = tests.filter(({status}) => status === "failed").length;
  const skipped = tests.filter(({status}) => status !== "failed" && status !== "passed");
  const forbidden = skipped.filter(({fullName}) => !(fullName in mayBeSkipped));
  for (const {fullName} of skipped)
    console.error(
      `skipped: ${fullName} (${mayBeSkipped[fullName] ?? "not allowed: it counts as failed"})`,
    );
  const broken = testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.length,
  );
  for (const file of broken) console.error(`did not run: ${file.name}`);
  const counted = failed + forbidden.length + broken.length;
  return {passed: numPassedTests, failed: code !== 0 && counted === 0 ? 1 : counted};
}

function summary() {
  console.log("");
  for (const {name, ok, seconds, passed, failed} of stages)
    console.log(
      `${ok ? "✓" : "✗"} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s  ${passed} passed, ${failed} failed`,
    );
  const sum = (/** @type {"passed" | "failed"} */ key) =>
    stages.reduce((total, each) => total + each[key], 0);
  const seconds = stages.reduce((total, each) => total + each.seconds, 0);
  console.log(`${" ".repeat(20)} ${seconds.toFixed(1).padStart(7)} s`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}

if (await stage("install", install)) {
  const hasBrowser = await stage("browser", async () =>
    console.log(await (await import("./browser.mjs")).ensureBrowser()),
  );
  await stage("vendor", async () => (await import("./vendor.mjs")).vendor());
  await stage("types", () => must("typescript/bin/tsc"));
  await stage("format and lint", () =>
    must("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  );
  await stage("import directions", async () =>
    (await import("./check-imports.mjs")).checkImports(),
  );
  const built = await stage("build", async () => (await import("./build.mjs")).build());
  await stage("unit tests", () => vitest("unit"));
  await stage("browser tests", () => {
    if (!built || !hasBrowser) throw new Plain("not run: they need the built site and a browser");
    return vitest("browser");
  });
}
summary();
