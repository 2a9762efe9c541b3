import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Locator, Page} from "playwright";
import {describe} from "vitest";
import type {Verdict} from "../../lib/grading/verdict.js";
import {folderOf} from "../../tools/exercise/folders.js";
import {gradeFiles} from "../../tools/exercise/grade-file.js";
import {ExercisePage} from "./exercise-page.js";
import {ExperimentPage, pageOfExercise} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

type Params = Readonly<Record<string, string | number>>;

/** The hash of a link that sets `params` of an experiment, with the course's seed: what is said of a run is said of this one. */
function linkTo(id: string, params: Params): string {
  return Object.entries({seed: 7, ...params})
    .map(([name, value]) => `${id}.${name}=${value}`)
    .join("&");
}

/** Trains with what a link sets, as a reader does, and saves the run. */
async function trainAndSave(experiment: ExperimentPage, params: Params): Promise<string> {
  await experiment.page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    linkTo(experiment.id, params),
  );
  await expect.poll(() => experiment.step()).toBe(0);
  await experiment.press("Train");
  await experiment.until("done");
  await experiment.openTab("Save and share");
  const {bytes} = await experiment.saved("Run (JSON)");
  const path = join(mkdtempSync(join(tmpdir(), "from-noise-")), "run.json");
  writeFileSync(path, bytes);
  return path;
}

/** The run of the file `path` with another beta, and with what it would take to pass in its measurements. */
function forgedWithBeta(path: string, beta: number): string {
  const {params, measurements, ...run} = JSON.parse(readFileSync(path, "utf8"));
  const forged = measurements.map(({step, scalars}: {step: number; scalars: object}) => ({
    step,
    scalars: {...scalars, gaps: 0},
  }));
  const made = path.replace("run.json", "forged.json");
  writeFileSync(made, JSON.stringify({...run, params: {...params, beta}, measurements: forged}));
  return made;
}

async function grade(page: Page, slug: string, ...states: string[]): Promise<ExercisePage> {
  const exercise = new ExercisePage(page, slug);
  await exercise.root.scrollIntoViewIfNeeded();
  await exercise.button("Grade this run").click();
  await exercise.until(...states);
  return exercise;
}

/** What the page says of each thing that was asked: how it went, and the words made of the run. */
function findings({root}: ExercisePage): Promise<string[]> {
  const words = (tests: Element[]) =>
    tests.map((test) => {
      const part = (selector: string) => test.querySelector(selector)?.textContent ?? "";
      return [(test as HTMLElement).dataset.testStatus, part(".test-words")].join(": ");
    });
  return (root.locator("li.test") as Locator).evaluateAll(words);
}

/** The same of the command line's verdict. */
function inWords({tests}: Verdict): string[] {
  return tests.map(({status, expected, yours, advice}) => {
    const parts = {Expected: expected, Yours: yours, Try: advice};
    const said = Object.entries(parts).filter(([, text]) => text);
    return `${status}: ${said.map((part) => part.join("")).join("")}`;
  });
}

describe("a run that was trained in the page", () => {
  browserTest(
    "is graded there as on the command line: first its collapse, then its cure",
    async ({open}) => {
      const slug = "collapse-and-recover";
      const small = {baseWidth: 8, batchSize: 16};
      const page = await open(ExperimentPage.addressOf(pageOfExercise(slug), {}));
      const experiment = new ExperimentPage(page, "gan-digits");
      await experiment.root.scrollIntoViewIfNeeded();

      const ruin = {...small, loss: "hinge", learningRate: 0.1, maxSteps: 200};
      const collapsed = await trainAndSave(experiment, ruin);
      const exercise = await grade(page, slug, "partly");
      await expect
        .poll(() => exercise.outcome.innerText())
        .toMatch(/^Partly right: 1 of 2 tests.* 2 of 5/);
      const [fall] = await findings(exercise);
      expect(fall).toMatch(
        /^passed: .*run 1, step 200: 1 digit.*Your discriminator won by step \d+/,
      );
      const alone = inWords(await gradeFiles(folderOf(slug), [collapsed]));
      await expect.poll(() => findings(exercise)).toEqual(alone);

      const cured = await trainAndSave(experiment, {...small, maxSteps: 300});
      await grade(page, slug, "correct");
      await expect
        .poll(() => exercise.outcome.innerText())
        .toMatch(/^Correct: 2 tests passed, 5 of 5 points/);
      const [, cure] = await findings(exercise);
      expect(cure).toMatch(/run 2, step 300: (9|10) digits/);
      expect(cure).toContain(
        "What cured it: loss hinge → non-saturating, learningRate 0.1 → 0.005.",
      );
      const both = inWords(await gradeFiles(folderOf(slug), [collapsed, cured]));
      await expect.poll(() => findings(exercise)).toEqual(both);
    },
    240_000,
  );

  browserTest("of few pictures gets a part, and the advice that fits it", async ({open}) => {
    const slug = "few-pictures";
    const page = await open(ExperimentPage.address("digit-classifier"));
    const experiment = new ExperimentPage(page, "digit-classifier");
    await experiment.root.scrollIntoViewIfNeeded();
    const few = {trainingCount: 300, width: 8, batchSize: 16, shift: 2, averaging: 0.99};
    const run = await trainAndSave(experiment, {...few, maxSteps: 200});
    const exercise = await grade(page, slug, "partly");
    const [first, second] = await findings(exercise);
    expect(first).toMatch(
      /^passed: .*300 pictures, step 200: \d\d[\d.]* % of the test \(\d+ of 2000\)/,
    );
    expect(second).toMatch(/^failed: .*at least 92 % of the test.*Try.*own pictures/);
    const verdict = inWords(await gradeFiles(folderOf(slug), [run]));
    await expect.poll(() => findings(exercise)).toEqual(verdict);
  });

  browserTest(
    "is the one end of a border, and the next run is the other",
    async ({open}) => {
      const slug = "no-holes";
      const page = await open(ExperimentPage.addressOf(pageOfExercise(slug), {}));
      const experiment = new ExperimentPage(page, "vae-digits");
      await experiment.root.scrollIntoViewIfNeeded();
      const trained = (beta: number) => trainAndSave(experiment, {beta, maxSteps: 500});

      const below = await trained(0.2);
      const exercise = await grade(page, slug, "partly");
      const [holes, none, smallest] = await findings(exercise);
      expect(holes).toMatch(
        /^passed: .*beta 0.2, step 500: 9 of 225 places without pictures, KL 7/,
      );
      expect(none).toMatch(/^failed: .*9 of 225.*charge the clouds more/);
      expect(smallest).toMatch(/^failed: .*train a second run/);

      const above = forgedWithBeta(below, 0.3);
      await experiment.root.getByLabel("Open a run file").setInputFiles(above);
      await experiment.until("running");
      await experiment.press("Pause");
      await experiment.until("paused");
      await grade(page, slug, "partly");
      const claims = exercise.root.locator(".exercise-claims");
      await expect.poll(() => claims.innerText()).toMatch(/^Run 2 comes from a file.*a claim/);
      expect((await findings(exercise)).map((said) => said.slice(0, 6))).toEqual([
        "passed",
        "failed",
        "failed",
      ]);

      await claims.getByRole("button", {name: "Run it again: run 2"}).click();
      await expect
        .poll(() => exercise.outcome.innerText())
        .toMatch(/^Run 2 has been made again, so it counts/);
      await grade(page, slug, "correct");
      expect(await claims.isVisible()).toBe(false);
      const said = await findings(exercise);
      expect(said[2]).toMatch(
        /^passed: .*beta 0.2, step 500: 9 of 225.*beta 0.3, step 500: 1 of 225/,
      );
      expect(said).toEqual(inWords(await gradeFiles(folderOf(slug), [below, above])));
    },
    240_000,
  );
});
