/**
 * How long a reader waits for good pictures: `gan-digits` on the built page in Chromium, trained with its defaults on wasm, from
 * pressing Train until a measurement of the run says so. All that happens on the way is in it: loading the back end and the
 * pictures, drawing, checkpoints, the measurements themselves.
 */
import type {Page} from "playwright";
import {buildIfStale, distFolder} from "../../tools/build.mjs";
import {serve} from "../../tools/serve.mjs";
import {launch} from "../browser.js";
import type {Part, Say} from "../part.js";
import {round} from "../summary.js";

/** The budget: this distance in these seconds. */
const [wantedDistance, wantedSeconds] = [45, 40];
const patienceMs = 240_000;
const folder = "/from-noise/";
const address = "lessons/03-gans/?backend=wasm";

/** What the page's worker found after a step, and when, in seconds since Train was pressed. */
interface Finding {
  readonly step: number;
  readonly seconds: number;
  readonly distance: number;
}

export const quality: Part = {
  title: "Time to quality",
  async measure(say) {
    await buildIfStale();
    const findings = await trainInPage(say);
    const reached = findings.find(({distance}) => distance <= wantedDistance);
    return [
      {
        title: `gan-digits on wasm to Fréchet distance ${wantedDistance}`,
        rows: findings.map(({step, seconds, distance}) => ({
          step,
          "s since Train": round(seconds),
          "Fréchet distance": round(distance),
        })),
        note:
          `${reached ? `Reached after ${round(reached.seconds)} s` : "Not reached"}, budget ${wantedSeconds} s. Default ` +
          "params and seed, on the built page in Chromium, everything counted from pressing Train.",
      },
    ];
  },
};

async function trainInPage(say: Say): Promise<Finding[]> {
  const server = await serve({folder: distFolder, base: folder, port: 0});
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.addInitScript(recordMeasurements);
    await page.goto(server.url + address);
    return await train(page, say);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Presses Train and collects what is measured until the distance is reached or the run ends. */
async function train(page: Page, say: Say): Promise<Finding[]> {
  const root = page.locator('[data-experiment="gan-digits"]');
  await root.getByRole("button", {name: "Train", exact: true}).click();
  const end = performance.now() + patienceMs;
  let told = 0;
  while (performance.now() < end) {
    await page.waitForTimeout(200);
    const findings = await page.evaluate(
      () => (globalThis as unknown as {findings: Finding[]}).findings,
    );
    for (const {step, seconds, distance} of findings.slice(told))
      say(`step ${step}: ${round(distance)} after ${round(seconds)} s`);
    told = findings.length;
    const ended = ["done", "failed"].includes((await root.getAttribute("data-status")) ?? "");
    if (ended || findings.some(({distance}) => distance <= wantedDistance)) return findings;
  }
  throw new Error(`gan-digits did not end in ${patienceMs / 1000} s`);
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
        const seconds = (performance.now() - trainAt) / 1000;
        findings.push({step, seconds, distance: scalars.frechet});
      });
    }
  };
}
