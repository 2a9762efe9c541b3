import {ExercisePage, exerciseFile} from "./exercise-page.js";
import {ExperimentPage, pageOfExercise} from "./experiment-page.js";
import {browserTest, expect} from "./harness.js";

const slug = "layers-on-a-budget";

browserTest(
  "the weights of a network are counted while it is written, and it is trained",
  async ({open}) => {
    const params = {"gan-plane": {maxSteps: 20}};
    const page = await open(ExperimentPage.addressOf(pageOfExercise(slug), params));
    const exercise = await new ExercisePage(page, slug).reach();
    const count = exercise.root.locator(".exercise-weights");
    expect(await count.innerText()).toBe("122 weights of 100: 22 too many.");
    await exercise.write(exerciseFile("03-gans", slug, "solution.ts"));
    await expect.poll(() => count.innerText()).toBe("74 weights of 100: 26 left.");
    await exercise.button("Run tests").click();
    await exercise.until("correct");
    await expect.poll(() => exercise.root.locator(".test-curves .fig-curves").count()).toBe(1);
    await exercise.button("Run it in the experiment").click();
    const plane = new ExperimentPage(page, "gan-plane");
    await plane.root
      .locator(".driver-line", {hasText: "with your layers as the generator's hidden layers."})
      .waitFor();
    await plane.until("done");
    await exercise.button("Reset").click();
    await expect.poll(() => count.innerText()).toBe("122 weights of 100: 22 too many.");
  },
);
