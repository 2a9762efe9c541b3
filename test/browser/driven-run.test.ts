import type {Page} from "playwright";
import {experiments} from "../../src/experiments/index.js";
import {leastParams} from "../../tools/runs/least-setup.js";
import {ExercisePage, exerciseFile} from "./exercise-page.js";
import {ExperimentPage, type GivenParams, type Open, pageOfExercise} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const solution = exerciseFile("03-gans", "gan-losses", "solution.ts");
const own = "return mean(fake.map((f) => softplus(-f)));";
/** The generator's loss with another body. */
const withLoss = (body: string) => solution.replace(own, body);

/** An experiment on the page of the exercise `slug`. */
async function besideExercise(
  open: Open,
  slug: string,
  id: string,
  params: GivenParams,
): Promise<ExperimentPage> {
  const address = ExperimentPage.addressOf(pageOfExercise(slug), {[id]: params});
  const experiment = new ExperimentPage(await open(address), id);
  await experiment.root.scrollIntoViewIfNeeded();
  return experiment;
}

const planeOf = (open: Open, params: GivenParams) =>
  besideExercise(open, "gan-losses", "gan-plane", params);

/** Writes `code`, runs its tests and then drives the exercise's experiment with it. */
async function drive(page: Page, code: string, state: string, slug = "gan-losses"): Promise<void> {
  const exercise = await new ExercisePage(page, slug).reach();
  await exercise.write(code);
  await exercise.button("Run tests").click();
  await exercise.until(state);
  await exercise.button("Run it in the experiment").click();
}

/** Frames in which a reader's code drives an experiment. */
function codePlaces(page: Page): Promise<number> {
  return page.locator("iframe[title='Your code']").count();
}

/** The table of losses that the page saves, head and rows. */
async function lossesOf(experiment: ExperimentPage): Promise<string[][]> {
  const {bytes} = await experiment.saved("Losses (CSV)");
  return String(bytes)
    .split("\n")
    .map((line) => line.split(","));
}

browserTest(
  "a reader's loss trains the plane as the built-in one does; a bug shows, and what goes wrong is told with its step",
  async ({open}) => {
    const plane = await planeOf(open, {maxSteps: 40, seed: 7});
    const {page, root} = plane;
    const losses = () => lossesOf(plane);
    await plane.openTab("Save and share");
    await plane.train();
    const builtIn = await losses();

    await drive(page, solution, "correct");
    const said = () => root.locator(".driver-line").innerText();
    await expect.poll(said).toMatch(/^Trained with your generatorLoss as the generator's loss\./);
    await plane.until("done");
    expect(await root.locator(".recorded").innerText()).toMatch(/with your generatorLoss$/);
    const driven = await losses();
    expect(driven[0]).toEqual(builtIn[0]);
    expect(driven).toHaveLength(builtIn.length);
    for (const [i, row] of driven.slice(1).entries())
      for (const [j, value] of row.entries())
        expect(Number(value)).toBeCloseTo(Number(builtIn[i + 1]![j]), 3);
    expect(await codePlaces(page)).toBe(1);

    const late =
      "if (fake.length > 1 && fake.reduce((a, b) => a + b) / fake.length < -0.2) return NaN;";
    await drive(page, withLoss(`${late} ${own}`), "partly");
    await plane.until("failed");
    expect(await root.getByRole("alert").filter({hasText: "At step"}).innerText()).toMatch(
      /^At step \d+, generatorLoss returned NaN for a list of 128 \(expected: a finite number\)\.\n/,
    );
    expect(await said()).toContain("It has not passed its tests.");

    await plane.press("Back to the built-in one");
    await root.locator(".driver-line").waitFor({state: "hidden"});
    await plane.train();
    expect(await losses()).toEqual(builtIn);
    expect(await codePlaces(page)).toBe(0);
  },
);

browserTest(
  "a run with code in its file runs none of it before the reader says so",
  async ({open}) => {
    const plane = await planeOf(open, {maxSteps: 20});
    const {page, root} = plane;
    await drive(page, withLoss("return -mean(fake);"), "partly");
    await plane.until("done");
    await plane.openTab("Save and share");
    const {bytes} = await plane.saved("Run (JSON)");
    expect(JSON.parse(String(bytes))).toMatchObject({version: 2, driver: {part: "generatorLoss"}});
    await plane.press("Back to the built-in one");
    const file = {name: "run.json", mimeType: "application/json", buffer: bytes};
    const openIt = () => root.getByLabel("Open a run file").setInputFiles(file);
    await openIt();
    const question = root.locator(".code-question");
    await expect.poll(() => question.innerText()).toContain("return -mean(fake);");
    expect(await codePlaces(page)).toBe(0);
    await question.getByRole("button", {name: "Leave it"}).click();
    await expect.poll(() => root.innerText()).toContain("none of its code has run");
    await openIt();
    await question.getByRole("button", {name: "Make the run with it"}).click();
    await expect.poll(() => plane.step()).toBe(20);
    await expect
      .poll(() => root.locator(".driver-line").innerText())
      .toMatch(/^Trained with the generatorLoss of a file/);
  },
);

/** The other experiments that a reader's function drives. */
const others = [
  {
    id: "paint-agent",
    part: "returnsToGo",
    chapter: "02-machine-learning",
    slug: "discounted-returns",
  },
  {id: "vae-digits", part: "reparameterise", chapter: "04-vaes", slug: "reparameterise"},
] as const;

/** Of what differences of a reader's function, and its doubles, make of a curve in so few steps. */
const tolerance = 1e-3;

for (const {id, part, chapter, slug} of others)
  browserTest(`a reader's ${part} trains ${id} as the built-in one does`, async ({open}) => {
    const params = {...leastParams(experiments[id]!), maxSteps: 10, seed: 7};
    const experiment = await besideExercise(open, slug, id, params);
    const {page, root} = experiment;
    await experiment.openTab("Save and share");
    await experiment.train();
    const [head, ...builtIn] = await lossesOf(experiment);
    expect(await codePlaces(page)).toBe(0);

    await drive(page, exerciseFile(chapter, slug, "solution.ts"), "correct", slug);
    await root.locator(".driver-line", {hasText: `Trained with your ${part} as`}).waitFor();
    await experiment.until("done");
    expect(await codePlaces(page)).toBe(1);
    const [same, ...driven] = await lossesOf(experiment);
    expect(same).toEqual(head);
    expect(driven).toHaveLength(builtIn.length);
    for (const [i, row] of driven.entries())
      for (const [j, value] of row.entries())
        expect(Number(value) / Number(builtIn[i]![j]), `${head![j]} in row ${i}`).toSatisfy(
          (ratio) => !(Math.abs(ratio - 1) > tolerance), // nothing by nothing is no number
        );
  });
