import {describe} from "vitest";
import {axeViolations} from "./axe.js";
import {ExercisePage, exerciseFile} from "./exercise-page.js";
import {pageOfExercise} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const slug = "loss-too-high";

describe("a bug hunt", () => {
  browserTest(
    "shows the faulty run, and the run of what the reader makes of it",
    async ({open}) => {
      const page = await open(pageOfExercise(slug));
      const exercise = await new ExercisePage(page, slug).reach();
      const exhibit = exercise.root.getByRole("region", {name: "What the faulty step does"});
      await expect.poll(() => exhibit.locator(".fig-curves").count()).toBe(2);
      expect(await exhibit.locator("canvas").count()).toBe(2);
      expect(await exhibit.locator(".fig-curves").first().innerText()).toContain(
        "with a right step",
      );
      expect(await exercise.root.getAttribute("data-status")).toBe("not-attempted");
      expect(await axeViolations(page)).toEqual([]);

      await exercise.button("Run tests").click();
      await exercise.until("incorrect");
      const tests = exercise.root.locator(".tests");
      expect(await tests.textContent()).toContain("It is a picture’s shares that must");
      await expect.poll(() => tests.locator(".fig-curves").count()).toBe(2);

      await exercise.write(exerciseFile("02-machine-learning", slug, "solution.ts"));
      await exercise.button("Run tests").click();
      await exercise.until("correct");
      await expect.poll(() => tests.locator(".fig-curves").count()).toBe(2);
      expect(await exhibit.count()).toBe(1);
    },
  );
});
