/** A process that runs Jasmine specs on one back end and writes down what became of each, at once. */
import {appendFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname} from "node:path";
import {Worker} from "node:worker_threads";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import {ENGINE} from "@tensorflow/tfjs-core/dist/engine.js";
import {setTestEnvs} from "@tensorflow/tfjs-core/dist/jasmine_util.js";
import {installKernels} from "../../../../lib/kernels/index.js";
import type {Jasmine, Ran, Suite} from "./jasmine.js";
import type {Job, Line, Spec} from "./job.js";
import type {Watched} from "./watch.js";

const job = JSON.parse(process.argv[2] ?? "") as Job;
const load = createRequire(import.meta.url);
const jasmine = (load("jasmine-core") as {boot(): Jasmine}).boot();
jasmine.DEFAULT_TIMEOUT_INTERVAL = 60_000;
const env = jasmine.getEnv();

/** What TF.js adds to the names of the suites that it starts a back end for. */
const mark = " any {}";
const testEnv = {name: "any", backendName: job.declaredFor, isDataSync: true};
const specs = new Map<string, Omit<Spec, "name">>();
/** Also while what stands around several specs is run. */
let current: Omit<Spec, "name"> = {index: 0, file: ""};
/** While Jasmine starts to listen for errors that nobody catches. */
let isStarting = false;
const lines = new Int32Array(new SharedArrayBuffer(4));

watch({limits: job.limits, report: job.report, lines});
leaveErrorsToJasmine();
await startBackend();
setTestEnvs([testEnv]);
for (const {name, module} of job.files) await declare(name, module);
testEnv.backendName = job.backend;
env.configure({random: false, specFilter: ({id}) => (specs.get(id)?.index ?? 0) >= job.first});
env.addReporter({
  jasmineStarted: () => {
    isStarting = false;
  },
  suiteStarted: ({fullName}) => (fullName.includes(mark) ? undefined : setBackendAnew()),
  specStarted: (spec) => write({began: specOf(spec)}),
  specDone: reportSpec,
  suiteDone: reportSuite,
});
isStarting = true;
await env.execute();
write({done: true});
process.exit();

function watch(workerData: Watched): void {
  new Worker(new URL("watch.mjs", import.meta.url), {workerData}).unref();
}

async function startBackend(): Promise<void> {
  if (job.backend === "cpu") await import("@tensorflow/tfjs-backend-cpu");
  else {
    const {setWasmPaths} = await import("@tensorflow/tfjs-backend-wasm");
    setWasmPaths(`${dirname(load.resolve("@tensorflow/tfjs-backend-wasm"))}/`);
  }
  if (job.kernels === "ours") await installKernels();
}

async function declare(file: string, module: string): Promise<void> {
  const before = env.topSuite().children.length;
  await setBackendAnew();
  await import(new URL(module, import.meta.url).href);
  for (const child of env.topSuite().children.slice(before)) number(child, file);
}

function number(child: Suite["children"][number], file: string): void {
  if (child.children) for (const each of child.children) number(each, file);
  else specs.set(child.id, {index: specs.size, file});
}

/** TF.js's specs leave no back end behind them, and some expect one. */
async function setBackendAnew(): Promise<void> {
  if (!ENGINE.backendName) await ENGINE.setBackend(job.backend);
}

/** The code that Emscripten makes would end the process on what Jasmine takes for a spec's failure. */
function leaveErrorsToJasmine(): void {
  const on = process.on.bind(process);
  const ignored = ["uncaughtException", "unhandledRejection"];
  process.on = ((event: string, listener: () => void) =>
    ignored.includes(event) && !isStarting ? process : on(event, listener)) as typeof process.on;
}

function specOf({id, fullName}: Ran): Spec {
  current = specs.get(id) ?? current;
  return {...current, name: fullName.replace(mark, "")};
}

function reportSpec(ran: Ran): void {
  if (!["passed", "failed", "pending"].includes(ran.status)) return;
  report(specOf(ran), ran);
}

function reportSuite(ran: Ran): void {
  if (ran.failedExpectations.length) report({...specOf(ran), name: `around ${ran.fullName}`}, ran);
}

/** After a trap the module's memory is in no state for further specs: they get another process. */
function report(spec: Spec, {status, failedExpectations}: Ran): void {
  const message = failedExpectations.map((each) => each.message).join("; ");
  write({ended: {...spec, status: status as "passed", message: message.slice(0, 500)}});
  if (/RuntimeError|Aborted\(/.test(message)) process.exit();
}

function write(line: Line): void {
  appendFileSync(job.report, `${JSON.stringify(line)}\n`);
  Atomics.add(lines, 0, 1);
}
