import {describe} from "vitest";
import {train} from "../../lib/training/train.js";
import {startRun} from "../../tools/runs/start-run.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect, type LookAt} from "./harness.js";

const id = "sorting-without-labels";
/** Small enough for seconds, large enough to sort. */
const small = {width: 32, batchSize: 16, maxSteps: 40};

/** The page that all share, before and after it has trained. */
async function lookAtSorting(look: LookAt) {
  const experiment = await ExperimentPage.look(look, id, small, {ready: ".fig-cluster-plane"});
  return {page: experiment.page, experiment, root: experiment.root};
}

/** Numbers of the table of clusters and labels, row by row; 0 for an empty cell. */
function tableOf(experiment: ExperimentPage): Promise<number[]> {
  return experiment.root
    .locator(".fig-contingency tbody td")
    .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("sorting-without-labels on wasm", () => {
  browserTest("shows a recorded sorting, and no label before it is asked for", async ({look}) => {
    const {experiment, root} = await lookAtSorting(look);
    await experiment.showRecorded();
    await expect
      .poll(() => root.locator(".how-made").textContent())
      .toMatch(/^Recorded \d{4}-\d\d-\d\d: 2,000 pictures .*, after 1000 steps, seed 7, wasm\.$/);
    expect(await experiment.status()).toBe("idle");
    expect(sum(await tableOf(experiment))).toBe(0);
    const cards = root.locator(".fig-cluster-card");
    expect(await cards.count()).toBe(10);
    expect((await cards.allTextContents()).join(" ")).not.toContain("mostly");
    await root.getByLabel("reveal the labels").check();
    expect(sum(await tableOf(experiment))).toBe(2000);
    expect((await cards.allTextContents()).every((text) => /mostly \d, \d+ %$/.test(text))).toBe(
      true,
    );
    await root.getByLabel("reveal the labels").uncheck();
    expect(sum(await tableOf(experiment))).toBe(0);
  });

  browserTest("lets the keys look at pictures and choose a cluster", async ({look}) => {
    const {page, root} = await lookAtSorting(look);
    const words = root.locator(".fig-looked-words");
    await root.locator(".fig-plane-surface").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => words.textContent()).toMatch(/^Cluster [A-J]\.$/);
    expect(await root.locator(".fig-cluster-plane .fig-spoken").textContent()).toBe(
      await words.textContent(),
    );
    await root.getByLabel("reveal the labels").focus();
    await page.keyboard.press("Space");
    await expect.poll(() => words.textContent()).toMatch(/^Cluster [A-J]\. Its label: \d\.$/);
    const card = root.locator(".fig-cluster-card").nth(2);
    await card.focus();
    await page.keyboard.press("Enter");
    expect(await card.getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Enter");
    expect(await card.getAttribute("aria-pressed")).toBe("false");
    await root.getByLabel("reveal the labels").uncheck();
  });

  browserTest(
    "sorts as Node does, bit for bit: the same table from the same seed",
    async ({look}) => {
      const {experiment, root} = await lookAtSorting(look);
      await experiment.train();
      await expect
        .poll(() => root.locator(".how-made").textContent())
        .toMatch(/^Live: .* 40 steps/);
      await root.getByLabel("reveal the labels").check();
      const {setup, run} = await startRun(id, small);
      for await (const _ of train(run, {steps: small.maxSteps}));
      const {clusters, labels} = await setup.snapshot();
      const expected = new Array<number>(100).fill(0);
      clusters!.data.forEach((cluster, i) => {
        expected[10 * cluster + labels!.data[i]!]!++;
      });
      expect(await tableOf(experiment)).toEqual(expected);
      const shown = await root
        .locator(".fig-cluster-plane")
        .evaluate((figure) => figure.getAttribute("aria-label"));
      expect(shown).toContain("2,000 pictures in 10 clusters");
      setup.dispose();
    },
  );

  browserTest("sorts anew, without a step, when clusters or features change", async ({look}) => {
    const {experiment, root} = await lookAtSorting(look);
    await experiment.train();
    await root.getByLabel("reveal the labels").check();
    await experiment.openTab("Measures");
    const purity = root.locator(".fig-metric", {hasText: "purity"}).locator(".fig-big");
    await expect.poll(() => purity.textContent()).not.toBe("–");
    const before = await purity.textContent();
    const clusters = root.locator('[data-param="clusters"] input[type="number"]');
    await clusters.fill("4");
    await clusters.press("Enter");
    await expect.poll(() => root.locator(".fig-cluster-card").count()).toBe(4);
    await expect.poll(async () => sum(await tableOf(experiment))).toBe(2000);
    await expect.poll(() => purity.textContent()).not.toBe(before);
    expect(Number(await purity.textContent())).toBeLessThanOrEqual(40);
    expect(await experiment.step()).toBe(40);
    const onPlane = await tableOf(experiment);
    await root.getByLabel("Sort by").selectOption("pixels");
    await expect.poll(() => tableOf(experiment)).not.toEqual(onPlane);
    expect(await experiment.step()).toBe(40);
  });
});
