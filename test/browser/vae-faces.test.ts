import type {Locator} from "playwright";
import {describe} from "vitest";
import {samplingParams} from "../../lib/param-groups.js";
import type {Params} from "../../lib/params.js";
import {train} from "../../lib/training/train.js";
import {gifComment} from "../../src/experiment/exports/gif.js";
import {vaeFaces} from "../../src/experiments/vae-faces/experiment.js";
import {startRun} from "../../tools/runs/start-run.js";
import {readGif} from "../src/experiment/exports/read-gif.js";
import {ExperimentPage} from "./experiment-page.js";
import {browserTest, expect, type LookAt} from "./harness.js";

const id = "vae-faces";
/** The worker may be busy with an earlier answer, on a machine that is busy too. */
/** Small enough for seconds. */
const small = {kind: "convolutional", width: 4, latentSize: 6, batchSize: 8, maxSteps: 12};

/** The page that both share, before and after it has trained. */
async function lookAtFaces(look: LookAt) {
  const experiment = await ExperimentPage.look(look, id, small, {ready: ".fig-samples"});
  return {page: experiment.page, experiment, root: experiment.root};
}

/** The pixels of the canvases in `figure`, one after the other, as RGB bytes; each picture pixel once. It is drawn only when it is seen. */
async function pixelsOf(figure: Locator): Promise<number[]> {
  await figure.scrollIntoViewIfNeeded();
  return figure.locator("canvas").evaluateAll((canvases) =>
    (canvases as HTMLCanvasElement[]).flatMap((canvas) => {
      const small = new OffscreenCanvas(32, 32);
      const context = small.getContext("2d")!;
      context.imageSmoothingEnabled = false;
      context.drawImage(canvas, 0, 0, 32, 32);
      return [...context.getImageData(0, 0, 32, 32).data].filter((_, i) => i % 4 !== 3);
    }),
  );
}

describe("vae-faces on wasm", () => {
  browserTest("shows a recorded run, crisp and large enough to judge", async ({look}) => {
    const {root, experiment} = await lookAtFaces(look);
    await experiment.showRecorded();
    await expect
      .poll(() => root.locator(".how-made").textContent())
      .toMatch(
        /^Recorded \d{4}-\d\d-\d\d: 40 faces of nobody, .* after \d+ steps, seed 7, wasm\.$/,
      );
    expect(await experiment.status()).toBe("idle");
    expect(await root.locator(".fig-chooser button:disabled").count()).toBe(16);
    expect(await root.locator(".face-note").textContent()).toMatch(/^Press Train/);
    expect(await root.locator(".fig-row").count()).toBe(3);
    for (const [i, tab] of ["From A to B", "One number", "Add an attribute"].entries()) {
      await experiment.openTab(tab);
      for (const canvas of await root.locator(".fig-row").nth(i).locator("canvas").all())
        expect((await canvas.boundingBox())!.width).toBeGreaterThanOrEqual(96);
    }
    expect(await root.locator(".fig-shares").first().textContent()).toMatch(/\d+ % \(\d+ to \d+\)/);
  });

  browserTest(
    "draws what Node draws, bit for bit, and lets mouse and keys choose what is looked at",
    async ({look}) => {
      const {page, experiment, root} = await lookAtFaces(look);
      await experiment.train();
      await expect
        .poll(() => root.locator(".how-made").textContent())
        .toMatch(/^Live: .* 12 steps/);
      await experiment.openTab("From A to B");
      const walk = root.locator(".fig-row").first();
      const {setup, run, params} = await startRun(id, small);
      for await (const _ of train(run, {steps: small.maxSteps}));
      const walkOf = async (looked: Params) => {
        setup.sample!({...samplingParams(vaeFaces.params, params), ...looked});
        return [...(await setup.snapshot()).walk!.data];
      };
      await expect.poll(() => pixelsOf(walk)).toEqual(await walkOf({}));

      await root.getByRole("button", {name: "face 4", exact: true}).click();
      await expect.poll(() => pixelsOf(walk)).toEqual(await walkOf({face: 4}));
      await root.getByLabel("B", {exact: true}).check();
      await root.getByRole("button", {name: "face 9", exact: true}).focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => pixelsOf(walk)).toEqual(await walkOf({face: 4, other: 9}));
      expect(await root.getByRole("button", {name: "face 9, B"}).count()).toBe(1);
      setup.dispose();

      await experiment.openTab("Add an attribute");
      const title = root.locator(".face-changes-title");
      await root.getByLabel("Add", {exact: true}).selectOption("beard:full");
      await expect
        .poll(() => title.textContent())
        .toBe("1 times “beard: full” added to 120 test faces without it");
      await root.getByLabel("Strength").focus();
      for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowLeft");
      await expect
        .poll(() => title.textContent())
        .toBe("1 times “beard: full” taken from 120 test faces with it");
      const shift = root.locator(".fig-row").nth(2);
      expect(await shift.locator("li").last().textContent()).toBe("−1");
      const film = await experiment.saved("Save the attribute (GIF)");
      const {frames, width, height} = readGif(film.bytes);
      expect([frames.length, width, height]).toEqual([10, 256, 276]);
      expect(new Set(frames.map(({pixels}) => pixels.join())).size).toBe(6);
      expect(gifComment(film.bytes)).toContain("vae-faces, step 12, wasm\nseed = 7");
      expect(gifComment(film.bytes)).toMatch(/\nstrength = -1$/);
      await experiment.openTab("Save and share");
      const {name, bytes} = await experiment.saved("Pictures (PNG)");
      expect(name).toMatch(/\.png$/);
      expect(bytes.readUInt32BE(16)).toBe(8 * (4 * 32 + 4) + 4);
    },
  );
});
