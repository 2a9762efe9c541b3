import type {Page} from "playwright";
import {describe} from "vitest";
import {type Driven, figureNames, frames, openGallery} from "./gallery-page.js";
import {browserTest, expect} from "./harness.js";

/**
 * Puts figures without data on the page and measures them just before their first paint, in an observer that is told
 * after theirs, and again later. A string, so that no tool rewrites its `import`.
 */
const heightsOfNewFigures = `(async () => {
  const load = (name) => import(document.querySelector("link[href*='figures/" + name + ".']").href);
  const {sampleGrid} = await load("sheet/sample-grid");
  const {lossCurves} = await load("curves/loss-curves");
  const {pointPlane} = await load("plane/point-plane");
  const made = [
    sampleGrid({label: "new", role: "real", columns: 8, rows: 5}),
    lossCurves({label: "new", series: [{name: "a", label: "a", role: "real"}]}),
    pointPlane({label: "new"}),
  ];
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const heights = () => made.map((figure) => figure.offsetHeight);
  document.querySelector("main").append(...made);
  const first = await new Promise((done) =>
    new ResizeObserver(() => done(heights())).observe(made[0]),
  );
  await frame();
  await frame();
  return [first, heights()];
})()`;

function heights(page: Page): Promise<Record<string, number>> {
  return page.$$eval(".fig", (figures) =>
    Object.fromEntries(
      figures.map((figure) => [
        figure.parentElement!.closest("[id]")!.id,
        Math.round(figure.getBoundingClientRect().height * 100) / 100,
      ]),
    ),
  );
}

describe("every figure", () => {
  for (const width of [360, 768, 1440])
    browserTest(`keeps its height whatever its data, at ${width} px`, async ({look}) => {
      const page = await openGallery(look, {viewport: {width, height: 900}});
      const before = await heights(page);
      expect(Object.keys(before)).toEqual(figureNames);
      for (const height of Object.values(before)) expect(height).toBeGreaterThan(40);
      await page.evaluate(() => {
        const update = (name: string, data: unknown) =>
          document.querySelector<Driven>(`#${name} .fig`)!.update(data);
        const blank = {data: new Uint8Array(784), shape: [1, 28, 28, 1]};
        update("sampleGrid", {images: blank});
        update("lossCurves", {curves: {}});
        const run = {discriminatorLoss: Float32Array.from({length: 900}, (_, i) => i % 50 || 99)};
        const comparisons = ["a", "b", "c", "d", "e"].map((label) => ({
          label: `run ${label} with a long description`,
          curves: run,
        }));
        update("lossCurvesLog", {curves: run, comparisons});
        update("metricBand", {points: []});
        update("metricCount", {points: [{step: 1, value: 1}]});
        const drawn = Array.from({length: 21}, (_, i) => 4 * i);
        update("guessPlot", {guess: drawn, truth: [{step: 1, value: 3}], isFixed: true});
        update("guessPlotCompared", {guess: drawn.map(() => null), isFixed: false});
        const lines = ["Recorded 2026-11-25: 200 steps, a dial 5, seed 1, wasm.", "Recorded."];
        update("sheetChoices", {chosen: 0, isFixed: true, lines, nearest: 0});
        update("coverageBars", {counts: new Uint32Array(10), total: 0});
        update("coverageBarsNamed", {counts: new Uint32Array(10).fill(5), total: 50});
        const counts = Array.from({length: 100}, (_, i) => 10 * i);
        update("confusionMatrix", {counts});
        update("confusionMatrixNamed", {counts: counts.map(() => 0)});
        update("mistakesSheet", {
          images: blank,
          truths: [1],
          predictions: [2],
          confidences: [1],
          title: "Mistakes: the only one.",
        });
        update("probabilityBars", {note: "There is no answer yet; this is said in two lines."});
        update("drawingPad", {strokes: [[{x: 3, y: 3}]]});
        const one = new Float32Array(784).fill(1);
        update("paintReplay", {
          target: one,
          actions: [3],
          rewards: [0.1],
          likely: [3],
          chances: [1],
        });
        const ten = {data: new Uint8Array(7840), shape: [10, 28, 28, 1] as const};
        update("paintingChoices", {targets: ten, paintings: ten, returns: Array(10).fill(-1.2)});
        update("plane", {arrays: {}});
        update("planePainting", {arrays: {}});
        const sorted = {clusters: [0, 1], labels: [1, 1], revealed: false};
        const place = {points: new Float32Array(4), pictures: blank, count: 10};
        const plain = {...sorted, ...place, marks: "pictures", bordered: false};
        update("clusterPlane", plain);
        update("clusterPlaneRevealed", plain);
        const means = {data: new Uint8Array(7840), shape: [10, 28, 28, 1]};
        update("clusterSheet", {...sorted, means});
        update("contingencyTable", sorted);
        update("picturePairs", {pictures: blank, drawings: blank});
        const eight = {data: new Uint8Array(8 * 3072), shape: [8, 32, 32, 3] as const};
        update("pairChooser", {pictures: eight, drawings: eight, marks: {}});
        update("shareBars", {note: ""});
        update("timeline", {steps: [], position: 0, last: 0});
        const unwritten = {data: new Uint8Array(490), shape: [10, 49]};
        const patches = {data: new Uint8Array(2048), shape: [32, 8, 8, 1]};
        update("tokenSheet", {images: ten, tokens: unwritten, turns: unwritten, patches});
        update("codebookSheet", {patches, shares: new Float32Array(32)});
        update("tokenEraser", {picture: undefined, erased: [], isFixed: true});
        update("recognition", []);
        update("readingCurves", {before: []});
        update("noiseSchedule", {place: 50, picture: 1, path: 1});
        update("denoisingLanes", {patch: "15"});
        update("similarityMatrix", {
          similarities: new Float32Array(2500),
          pictures: {data: new Uint8Array(50 * 1728), shape: [50, 24, 24, 3]},
          captions: Array(50).fill(""),
        });
      });
      await frames(page);
      expect(await heights(page)).toEqual(before);
    });

  browserTest("is full size at its first paint", async ({look}) => {
    const page = await openGallery(look, {viewport: {width: 1440, height: 900}});
    const [first, later] = await page.evaluate<number[][]>(heightsOfNewFigures);
    expect(Math.min(...first!)).toBeGreaterThan(200);
    expect(later).toEqual(first);
  });

  browserTest("has a role and a summary, renewed at most once in two seconds", async ({look}) => {
    const page = await openGallery(look);
    const labels = await page.$$eval(".fig[role=figure]", (figures) =>
      figures.map((figure) => figure.getAttribute("aria-label")),
    );
    const silent = await page.evaluate(
      (all) => all.filter((name) => !document.querySelector(`#${name} .fig[role=figure]`)),
      figureNames,
    );
    expect(silent, "named by what they consist of").toEqual([
      "picturePlates",
      "sheetChoices",
      "stepStages",
      "timeline",
      "sideBySide",
      "pairTrial",
    ]);
    expect(labels[0]).toMatch(
      /^Synthetic shapes.*40 pictures; on average the judge says 0\.\d\d real$/,
    );
    const changes = await page.$eval("#lossCurves .fig", async (figure) => {
      let count = 0;
      const observer = new MutationObserver((records) => {
        count += records.length;
      });
      observer.observe(figure, {attributes: true, attributeFilter: ["aria-label"]});
      for (let steps = 10; steps < 40; steps++) {
        const curves = {discriminatorLoss: new Float32Array(steps).fill(steps)};
        (figure as Driven).update({curves});
        await new Promise((done) => requestAnimationFrame(done));
      }
      await new Promise((done) => setTimeout(done, 2200));
      return count;
    });
    expect(changes).toBeGreaterThanOrEqual(1);
    expect(changes).toBeLessThanOrEqual(3);
    const label = await page.getAttribute("#lossCurves .fig", "aria-label");
    expect(label, "the last one wins").toContain("39 steps");
  });
});

browserTest("a window that draws no more frames is opened anew", async ({look}) => {
  const page = await look("gallery");
  expect(await look("gallery")).toBe(page);
  await page.evaluate(() => {
    globalThis.requestAnimationFrame = () => 0;
  });
  expect(await look("gallery")).not.toBe(page);
});
