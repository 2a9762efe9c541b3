/**
 * How long a reader waits until a run is good: each goal's experiment on the built page in Chromium, trained with its defaults on
 * wasm, from pressing Train until a measurement of the run says so. All that happens on the way is in it: loading the back end and
 * the pictures, drawing, checkpoints, the measurements themselves.
 */
import type {Page} from "playwright";
import {type Goal, goals, isReached, measureOf} from "../goals.js";
import type {Part, Say, Table} from "../part.js";
import {onSitePage} from "../site-page.js";
import {round} from "../summary.js";

const patienceMs = 240_000;

/** What the page's worker found after a step, and when, in seconds since Train was pressed. */
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
      const address = `lessons/${goal.chapter}/?backend=wasm`;
      const findings = await onSitePage(address, (page) => train(page, goal, say), prepare);
      tables.push(tableOf(goal, findings));
    }
    return tables;
  },
};

function tableOf(goal: Goal, findings: readonly Finding[]): Table {
  const {experiment, measure, target, seconds: budget} = goal;
  const {label, unit} = measureOf(goal);
  const reached = findings.find(({scalars}) => isReached(goal, scalars[measure]!));
  return {
    title: `${experiment} on wasm to ${label} ${target}${unit && ` ${unit}`}`,
    rows: findings.map(({step, seconds, scalars}) => ({
      step,
      "s since Train": round(seconds),
      [label]: round(scalars[measure]!),
    })),
    note:
      `${reached ? `Reached after ${round(reached.seconds)} s` : "Not reached"}, budget ${budget} s. Default ` +
      "params and seed, on the built page in Chromium, everything counted from pressing Train.",
  };
}

/** Presses Train and collects what is measured until the goal is reached or the run ends. */
async function train(page: Page, goal: Goal, say: Say): Promise<Finding[]> {
  const {experiment, measure} = goal;
  const root = page.locator(`[data-experiment="${experiment}"]`);
  await root.getByRole("button", {name: "Train", exact: true}).click();
  const end = performance.now() + patienceMs;
  let told = 0;
  while (performance.now() < end) {
    await page.waitForTimeout(200);
    const findings = await page.evaluate(
      () => (globalThis as unknown as {findings: Finding[]}).findings,
    );
    for (const {step, seconds, scalars} of findings.slice(told))
      say(`${experiment}, step ${step}: ${round(scalars[measure]!)} after ${round(seconds)} s`);
    told = findings.length;
    const ended = ["done", "failed"].includes((await root.getAttribute("data-status")) ?? "");
    if (ended || findings.some(({scalars}) => isReached(goal, scalars[measure]!))) return findings;
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
