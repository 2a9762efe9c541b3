import type {Locator, Page} from "playwright";
import {describe} from "vitest";
import {parseLineOrder} from "../../lib/grading/line-order.js";
import {axeViolations} from "./axe.js";
import {ExercisePage, exerciseFile} from "./exercise-page.js";
import {pageOfExercise} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const chapter = "03-gans";
const slug = "duel-in-order";
const address = pageOfExercise(slug);
const usedIn = (file: string) => {
  const order = parseLineOrder(exerciseFile(chapter, slug, file));
  if ("problem" in order) throw new Error(order.problem);
  return order.used;
};
const given = usedIn("starter.ts");
const solved = usedIn("solution.ts");

/** The exercise, once its lines are there. */
async function reach(page: Page): Promise<ExercisePage> {
  const exercise = new ExercisePage(page, slug);
  await exercise.root.scrollIntoViewIfNeeded();
  await linesOf(exercise).first().waitFor();
  return exercise;
}

const linesOf = ({root}: ExercisePage) => root.locator(".lines > .line");
const codes = (exercise: ExercisePage) => linesOf(exercise).locator("code").allInnerTexts();
const usedLines = ({root}: ExercisePage) =>
  root.locator(".lines > .line:not(.is-aside) code").allInnerTexts();

/** Moves line `from` to place `to`, upwards, by the keyboard. */
async function raise(exercise: ExercisePage, from: number, to: number): Promise<void> {
  await linesOf(exercise).nth(from).getByRole("button", {name: /^Up/}).focus();
  for (let at = from; at > to; at--) await exercise.page.keyboard.press("ArrowUp");
}

async function centreOf(place: Locator): Promise<{x: number; y: number}> {
  const {x, y, width, height} = (await place.boundingBox())!;
  return {x: x + width / 2, y: y + height / 2};
}

describe("lines that are put in order", () => {
  browserTest(
    "are moved by keyboard, button and mouse, and stay where they are put",
    async ({open}) => {
      const page = await open(address);
      const exercise = await reach(page);
      const said = exercise.root.locator(".line-said");
      expect(await codes(exercise)).toEqual(given);
      expect(await axeViolations(page)).toEqual([]);

      await raise(exercise, 2, 1);
      expect(await codes(exercise)).toEqual([given[0], given[2], given[1], ...given.slice(3)]);
      expect(await said.innerText()).toBe(`Now line 2 of 10: ${given[2]}`);
      const focused = page.locator(":focus");
      expect(await focused.getAttribute("aria-label")).toBe(`Up: line 2, ${given[2]}`);

      await linesOf(exercise).nth(1).getByRole("button", {name: /^Down/}).click();
      expect(await codes(exercise)).toEqual(given);

      await linesOf(exercise).nth(9).getByRole("button", {name: /^Down/}).click();
      expect(await said.innerText()).toBe(`Set aside: ${given[9]}`);
      expect(await usedLines(exercise)).toEqual(given.slice(0, 9));

      const grip = (place: number) => linesOf(exercise).nth(place).locator(".line-grip");
      const [from, to] = [await centreOf(grip(6)), await centreOf(grip(3))];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y - 4, {steps: 6});
      await page.mouse.up();
      const dragged = [...given.slice(0, 3), given[6], ...given.slice(3, 6), ...given.slice(7, 9)];
      expect(await usedLines(exercise)).toEqual(dragged);

      await page.waitForTimeout(1000); // longer than the course takes to keep a draft
      await page.reload();
      expect(await usedLines(await reach(page))).toEqual(dragged);
      await exercise.button("Reset").click();
      await expect.poll(() => codes(exercise)).toEqual(given);
      expect(await exercise.root.getByText("Versions (1)").count()).toBe(1);
    },
  );

  browserTest(
    "are run: a wrong order says what happened, the right one passes and is trained",
    async ({open}) => {
      const page = await open(address);
      const exercise = await reach(page);
      await exercise.button("Run tests").click();
      await exercise.until("incorrect");
      expect(await exercise.root.locator(".tests").innerText()).toContain(
        "the generator is moved before the judge has said how",
      );
      for (const [place, code] of solved.entries()) {
        const all = await codes(exercise);
        await raise(exercise, all.indexOf(code, place), place);
      }
      for (const place of [9, 8])
        await linesOf(exercise).nth(place).getByRole("button", {name: /^Down/}).click();
      expect(await usedLines(exercise)).toEqual(solved);
      await exercise.button("Run tests").click();
      await exercise.until("correct");
      await expect.poll(() => exercise.root.locator(".test-curves .fig-curves").count()).toBe(2);
    },
  );
});
