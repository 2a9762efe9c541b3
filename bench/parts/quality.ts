/**
 * How long a reader waits until a run is good: each goal's experiment on the built page in Chromium, trained with its defaults on
 * wasm, from pressing Train until a measurement of the run says so. All that happens on the way is in it: loading the back end and
 * the pictures, drawing, checkpoints, the measurements themselves. Beside it the same model in PyTorch, where it is installed; of
 * that the training steps alone are timed.
 */
import type {Page} from "playwright";
import {defaultParams} from "../../lib/params.js";
import {findExperiment} from "../../src/experiments/index.js";
import {ExperimentPage} from "../../test/browser/experiment-page.js";
import {type ExperimentGoal, goals, isReached, labelOf} from "../../tools/runs/goals.js";
import type {Part, Say, Table} from "../part.js";
import {findPython} from "../pytorch.js";
import {references} from "../pytorch-references.js";
import {trainInPyTorch} from "../pytorch-runs.js";
import {onSitePage} from "../site-page.js";
import {round} from "../summary.js";

const patienceMs = 240_000;

/** What was found after a step, and when, in seconds: in the page since Train was pressed, in PyTorch of training. */
interface Finding {
  readonly step: number;
  readonly seconds: number;
  readonly scalars: Readonly<Record<string, number>>;
}

export const quality: Part = {
  title: "Time to quality",
  async measure(say) {
    const tables: Table[] = [];
    for (const goal of goals) {
      const prepare = (page: Page) => page.addInitScript(recordMeasurements);
      const address = ExperimentPage.address(goal.experiment);
      const findings = await onSitePage(address, (page) => train(page, goal, say), prepare);
      tables.push(tableOf(goal, findings, await compare(goal, findings, say)));
    }
    return tables;
  },
};

/** The same in PyTorch, measured after the same steps; none where it is missing. */
async function compare(
  goal: ExperimentGoal,
  page: readonly Finding[],
  say: Say,
): Promise<Finding[]> {
  const python = findPython();
  if (!python || !(goal.experiment in references)) return [];
  const params = defaultParams(findExperiment(goal.experiment).params);
  const findings: Finding[] = [];
  for await (const found of trainInPyTorch(python, goal.experiment, params, page[0]!.step)) {
    findings.push(found);
    say(`${goal.experiment} in PyTorch, step ${found.step}: ${words(goal, found)}`);
    if (isReached(goal, found.scalars)) break;
  }
  return findings;
}

function words({targets}: ExperimentGoal, {seconds, scalars}: Finding): string {
  const numbers = Object.keys(targets).map((measure) => round(scalars[measure]!));
  return `${numbers.join(", ")} after ${round(seconds)} s`;
}

function tableOf(
  goal: ExperimentGoal,
  page: readonly Finding[],
  pytorch: readonly Finding[],
): Table {
  const wanted = Object.entries(goal.targets).map(
    ([measure, target]) => `${labelOf(goal, measure)}: ${target}`,
  );
  const rows = [
    ...page.map((found) => rowOf(goal, "page, wasm", found)),
    ...pytorch.map((found) => rowOf(goal, "PyTorch, 2 threads", found)),
  ];
  const there = pytorch.length > 0 ? ` In PyTorch ${reachedIn(goal, pytorch)}, steps alone.` : "";
  return {
    title: `${goal.experiment} to ${wanted.join("; ")}`,
    rows,
    note:
      `In the page ${reachedIn(goal, page)}, budget ${goal.seconds} s; default params and seed, on the built page in Chromium, ` +
      `everything counted from pressing Train.${there}`,
  };
}

function rowOf(goal: ExperimentGoal, where: string, {step, seconds, scalars}: Finding) {
  const measures = Object.keys(goal.targets).map((measure) => [
    labelOf(goal, measure),
    round(scalars[measure]!),
  ]);
  return {where, step, s: round(seconds), ...Object.fromEntries(measures)};
}

function reachedIn(goal: ExperimentGoal, findings: readonly Finding[]): string {
  const reached = findings.find(({scalars}) => isReached(goal, scalars));
  return reached
    ? `reached after ${round(reached.seconds)} s, step ${reached.step}`
    : "not reached";
}

/** Presses Train and collects what is measured until the goal is reached or the run ends. */
async function train(page: Page, goal: ExperimentGoal, say: Say): Promise<Finding[]> {
  const {experiment} = goal;
  const root = page.locator(`[data-experiment="${experiment}"]`);
  await root.getByRole("button", {name: "Train", exact: true}).click();
  const end = performance.now() + patienceMs;
  let told = 0;
  while (performance.now() < end) {
    await page.waitForTimeout(200);
    const findings = await page.evaluate(
      () => (globalThis as unknown as {findings: Finding[]}).findings,
    );
    for (const found of findings.slice(told))
      say(`${experiment}, step ${found.step}: ${words(goal, found)}`);
    told = findings.length;
    const ended = ["done", "failed"].includes((await root.getAttribute("data-status")) ?? "");
    if (ended || findings.some(({scalars}) => isReached(goal, scalars))) return findings;
  }
  throw new Error(`${experiment} did not end in ${patienceMs / 1000} s`);
}

/** Runs in the page before its own scripts: listens to every worker's measurements. */
function recordMeasurements(): void {
  const findings: Finding[] = [];
  let trainAt = 0;
  Object.assign(globalThis, {findings});
  addEventListener(
    "click",
    ({target}) => {
      if ((target as Element).textContent === "Train") trainAt = performance.now();
    },
    true,
  );
  const Original = Worker;
  globalThis.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({data}) => {
        if (data.type !== "measurement" || !trainAt) return;
        const {step, scalars} = data.measurement;
        findings.push({step, seconds: (performance.now() - trainAt) / 1000, scalars});
      });
    }
  };
}
