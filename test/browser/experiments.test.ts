import {existsSync} from "node:fs";
import {unzipSync} from "fflate";
import type {Locator, Page} from "playwright";
import {describe} from "vitest";
import type {ParamValue} from "../../lib/params.js";
import {pngText} from "../../lib/png-text.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {experiments} from "../../src/experiments/index.js";
import {readCourse} from "../../tools/course.mjs";
import {leastParams} from "../../tools/runs/least-setup.js";
import {ExperimentPage, pageOf} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

/** What holds of every experiment on its page: one visit for all those of a page. What is particular is in the other files. */

/** Enough for a pause, a step of each kind and more. */
const steps = 12;
const seed = 3;

/** The worker with all that it imports to train on wasm; test/tools/worker-bundle.test.ts says what is in them. */
const mostWorkerFiles = 10;

const pages = readCourse()
  .flatMap((chapter) => chapter.pages)
  .filter((page) => page.experiments.length > 0);

/** As small as its form allows. */
function given(experiment: Experiment): Record<string, ParamValue> {
  const least = Object.entries(leastParams(experiment)).filter(
    ([name, value]) => value !== experiment.params[name]!.default,
  );
  return {...Object.fromEntries(least), maxSteps: steps, seed};
}

describe.each(pages)("$path", ({path, experiments: ids}) => {
  /** An experiment may stand on other pages too; it is tried on the first. */
  const shown = Object.values(experiments).filter(({id}) => pageOf(id) === path);
  const params = Object.fromEntries(shown.map((each) => [each.id, given(each)]));
  const visit = async (look: (path: string, how: object) => Promise<Page>) =>
    look(ExperimentPage.addressOf(path, params), {viewport: {width: 1440, height: 900}});

  browserTest("shows its experiments", async ({look}) => {
    const page = await visit(look);
    const there = await page
      .locator("[data-experiment]")
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.experiment));
    expect(there).toEqual(ids);
  });

  for (const experiment of shown)
    browserTest(`${experiment.id} trains, goes back, and is taken along`, async ({look}) => {
      const page = await visit(look);
      const part = new ExperimentPage(page, experiment.id);
      await part.root.scrollIntoViewIfNeeded();
      await beginsWithItsStart(part);
      await showsItsRecording(part);
      const fetched = workerFiles(page);
      await part.press("Reset");
      await beginsWithItsStart(part);
      await pauses(part);
      expect(fetched.size, `${[...fetched]}`).toBeGreaterThan(3);
      expect(fetched.size, `${[...fetched]}`).toBeLessThanOrEqual(mostWorkerFiles);
      await takesEachKindOfStep(part, experiment);
      await trainsToItsEnd(part);
      await offersMore(part, experiment);
      const picture = await settledPicture(part);
      await goesBackAndForth(part, picture);
      await part.openTab("Save and share");
      await savesItsPictures(part);
      await savesItsLosses(part, experiment);
      await savesItsWeights(part);
      await opensItsRun(part, picture);
    });
});

/** Before it is trained: what a link sets, or a reader turns to, is drawn, and nothing trained. */
async function beginsWithItsStart(part: ExperimentPage): Promise<void> {
  await part.root.getByRole("heading").first().hover(); // the picture itself answers the mouse
  await expect.poll(() => shownNow(part)).toBe("live: before the first step");
  await part.picturesShown();
  await expect.poll(() => part.root.getAttribute("data-stale")).toBeNull();
  for (const made of await captions(part).all())
    await expect.poll(() => made.textContent()).toMatch(/\bLive: .*\b0 steps/);
  expect([await part.status(), await part.step()]).toEqual(["idle", 0]);
}

/** The recorded run is one press away, goes back as a live one does, and leaves as it came. A new experiment has none yet. */
async function showsItsRecording(part: ExperimentPage): Promise<void> {
  if (!existsSync(`data/recorded/${part.id}.bin.gz`)) return;
  const heights = await part.heights();
  await part.showRecorded();
  expect(await shownNow(part)).toMatch(/^recorded.*: \d{4}-\d\d-\d\d, wasm, seed \d+$/);
  const at = (steps: string) =>
    new RegExp(`\\bRecorded \\d{4}-\\d\\d-\\d\\d: .*${steps} steps.*, seed \\d+, wasm`);
  const said = async (steps: string) => {
    for (const made of await captions(part).all())
      await expect.poll(() => made.textContent()).toMatch(at(steps));
  };
  await said("[1-9]\\d+");
  const slider = part.root.getByLabel("Go back to a checkpoint");
  await slider.focus();
  await part.page.keyboard.press("Home");
  await said("\\b0");
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toMatch(/^step 0 of .*, recorded/);
  await part.press("Back to your run");
  await beginsWithItsStart(part);
  expect(new Set(await heights()).size, "nothing below it moves").toBe(1);
}

function shownNow({root}: ExperimentPage): Promise<string | null> {
  return root.locator(".recorded").textContent();
}

/** Names of the worker's files that are asked for from now on. */
function workerFiles(page: Page): ReadonlySet<string> {
  const names = new Set<string>();
  page.context().on("request", (request) => {
    const [, name] = /_import\/vendor\/(worker[./][^?]*\.js)/.exec(request.url()) ?? [];
    if (name) names.add(name);
  });
  return names;
}

async function pauses(part: ExperimentPage): Promise<void> {
  await part.root.getByLabel("Speed").selectOption({label: "2 steps a second"});
  await part.press("Train");
  await part.untilStep(1);
  await part.press("Pause");
  await part.until("paused");
  expect(await part.backend()).toBe("wasm");
  expect(await part.root.getAttribute("data-seed")).toBe(`${seed}`);
}

async function takesEachKindOfStep(
  part: ExperimentPage,
  {stepKinds}: Pick<Experiment, "stepKinds">,
): Promise<void> {
  for (const name of ["Step", ...Object.values(stepKinds).map(({label}) => label)]) {
    const before = await part.step();
    await part.press(name);
    await expect.poll(() => part.step(), {message: name}).toBe(before + 1);
  }
}

async function trainsToItsEnd(part: ExperimentPage): Promise<void> {
  await part.root.getByLabel("Speed").selectOption({label: "full speed"});
  await part.press("Train");
  await part.until("done");
  await expect.poll(() => part.step()).toBe(steps);
  await untilDrawn(part);
}

/** What it offers at its end: more steps unless a run goes by their number, and a link that leads on only where the text has one. */
async function offersMore({root}: ExperimentPage, {id, params}: Experiment): Promise<void> {
  const more = params.maxSteps!.live ? [`${steps} more`] : [];
  for (const name of [...more, "New seed"])
    await root.getByRole("button", {name, exact: true}).waitFor();
  const next = root.getByRole("link", {name: /^Try this next: ./});
  if (await next.count())
    expect(await next.getAttribute("href")).toMatch(new RegExp(`^#${id}\\.\\w+=`));
}

/** Those that say how what is shown was made; a plane needs none. */
function captions({root}: ExperimentPage): Locator {
  return root.locator(':is([data-part="picture"], .figures) .how-made');
}

/** A run is done before its last picture has arrived. */
async function untilDrawn(part: ExperimentPage): Promise<void> {
  for (const made of await captions(part).all())
    await expect.poll(() => made.textContent()).toMatch(new RegExp(`\\bLive: .*\\b${steps} steps`));
}

/** Where no caption says of which step it is. */
async function settledPicture(part: ExperimentPage): Promise<string> {
  let [before, picture] = ["", await part.picture()];
  while (picture !== before) {
    await part.page.waitForTimeout(200);
    [before, picture] = [picture, await part.picture()];
  }
  return picture;
}

async function goesBackAndForth(part: ExperimentPage, picture: string): Promise<void> {
  await part.root.getByLabel("Go back to a checkpoint").focus();
  await part.page.keyboard.press("Home");
  await expect.poll(() => part.step()).toBe(0);
  await part.until("paused");
  await expect.poll(() => laterWords(part)).toEqual([]);
  await part.page.keyboard.press("End");
  await expect.poll(() => part.step()).toBe(steps);
  await expect.poll(() => part.picture()).toBe(picture);
}

/** Words of a step after 0, but for those that say how far the run goes, where nothing later may be told. */
async function laterWords({root}: ExperimentPage): Promise<string[]> {
  const words = await root
    .locator(
      '[data-part="picture"], .stage-below, .narration, .how-made, .fig-where, .fig-note, [aria-valuetext]',
    )
    .evaluateAll((all) =>
      all.map(
        (one) => `${(one as HTMLElement).innerText} ${one.getAttribute("aria-valuetext") ?? ""}`,
      ),
    );
  return words.filter((text) => /\b(?:step|after) [1-9][\d,]*\b(?! of)/i.test(text));
}

async function savesItsPictures(part: ExperimentPage): Promise<void> {
  const {bytes} = await part.saved("Pictures (PNG)");
  expect(pngText(bytes, "Recipe")).toContain(`${part.id}, step ${steps}, wasm\nseed = ${seed}`);
}

async function savesItsLosses(part: ExperimentPage, {curves}: Experiment): Promise<void> {
  const csv = (await part.saved("Losses (CSV)")).bytes.toString().trim().split("\r\n");
  expect(csv).toHaveLength(1 + steps);
  expect(csv[0]).toBe(["step", ...Object.keys(curves)].join());
}

async function savesItsWeights(part: ExperimentPage): Promise<void> {
  const zip = unzipSync((await part.saved("Weights (TF.js)")).bytes);
  const model = Object.keys(zip).find((name) => /(^|\/)model\.json$/.test(name))!;
  const {modelTopology} = JSON.parse(Buffer.from(zip[model]!).toString());
  expect(Object.keys(modelTopology)).not.toEqual([]);
  expect(zip[model.replace("model.json", "weights.bin")]!.length).toBeGreaterThan(0);
}

/** Its file, opened, makes the same run again, to the last pixel. */
async function opensItsRun(part: ExperimentPage, picture: string): Promise<void> {
  const buffer = (await part.saved("Run (JSON)")).bytes;
  await part.press("Reset");
  await expect.poll(() => part.step()).toBe(0);
  const file = {name: "run.json", mimeType: "application/json", buffer};
  await part.root.getByLabel("Open a run file").setInputFiles(file);
  const said = part.root.locator(".export-status");
  await expect
    .poll(async () => [await part.step(), await said.textContent()])
    .toEqual([steps, expect.any(String)]);
  await untilDrawn(part);
  await part.root.getByRole("tab").first().click(); // its picture may be there
  await expect.poll(() => part.picture()).toBe(picture);
}
