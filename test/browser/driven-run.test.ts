import type {Page} from "playwright";
import {ExercisePage, exerciseFile} from "./exercise-page.js";
import {ExperimentPage, type GivenParams, type Open, pageOfExercise} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const solution = exerciseFile("03-gans", "gan-losses", "solution.ts");
const own = "return mean(fake.map((f) => softplus(-f)));";
/** The generator's loss with another body. */
const withLoss = (body: string) => solution.replace(own, body);

/** The plane on the exercise's page. */
async function planeOf(open: Open, params: GivenParams): Promise<ExperimentPage> {
  const address = ExperimentPage.addressOf(pageOfExercise("gan-losses"), {"gan-plane": params});
  const plane = new ExperimentPage(await open(address), "gan-plane");
  await plane.root.scrollIntoViewIfNeeded();
  return plane;
}

/** Writes `code`, runs its tests and then drives the plane with it. */
async function drive(page: Page, code: string, state: string): Promise<void> {
  const exercise = await new ExercisePage(page, "gan-losses").reach();
  await exercise.write(code);
  await exercise.button("Run tests").click();
  await exercise.until(state);
  await exercise.button("Run it in the experiment").click();
}

browserTest(
  "a reader's loss trains the plane as the built-in one does; a bug shows, and what goes wrong is told with its step",
  async ({open}) => {
    const plane = await planeOf(open, {maxSteps: 40, seed: 7});
    const {page, root} = plane;
    const frames = () => page.locator("iframe[title='Your code']").count();
    const losses = async () => {
      const {bytes} = await plane.saved("Losses (CSV)");
      return String(bytes)
        .split("\n")
        .map((line) => line.split(","));
    };
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
    expect(await frames()).toBe(1);

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
    expect(await frames()).toBe(0);
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
    expect(await page.locator("iframe[title='Your code']").count()).toBe(0);
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
