import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {AnimationFrame} from "../../experiment/exports/animation.js";
import {recipeText} from "../../experiment/run/recipe.js";
import {atMostEvery} from "../../experiment/run/rhythm.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {ViewHost} from "../../experiment/view.js";
import {latestAnswer} from "../../figures/latest-answer.js";
import {whileNear} from "../../figures/nearness.js";
import {drawPicture, pictureStrip} from "../../figures/picture-canvas.js";
import {latentWalk} from "../../figures/sheet/latent-walk.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {ganDigits, Walk} from "./experiment.js";

type Host = Pick<ViewHost<ExchangeOf<typeof ganDigits>>, "trainer" | "ask">;

/** Pictures on either way, both ends among them. */
const count = 25;
const scale = 6;
const gap = 12;

interface Question {
  /** Places on the sheet. */
  readonly ends: readonly [from: number, to: number];
  readonly run: RunRecord;
}

/**
 * The walk between two pictures of the sheet: the reader chooses one there and makes it the start or the end. `chosen` is the place
 * of the picture that is chosen now.
 */
export function walk({trainer, ask: askWorker}: Host, chosen: () => number | undefined) {
  const figure = latentWalk();
  const words = element("span", {});
  const note = element("p", {class: "fig-note", role: "status"});
  let ends: [from: number, to: number] = [0, 8];
  let answer: Walk | undefined;
  let run: RunRecord | undefined;
  let wanted = false;
  let askedAt = "";

  const put = (end: 0 | 1) => () => {
    const place = chosen();
    if (place === undefined) {
      note.textContent =
        "Choose a picture on the sheet first: click it, or go there with the arrow keys.";
      return;
    }
    ends = end === 0 ? [place, ends[1]] : [ends[0], place];
    wanted = true;
    sayEnds();
    ask();
  };
  const saving = [
    button("Save the walk (PNG)", () => void guarded(savePng)),
    button("Save it as a film (GIF)", () => void guarded(saveFilm)),
  ];
  const holder = element(
    "div",
    {class: "walk"},
    element(
      "div",
      {class: "walk-ends"},
      words,
      button("Start at the chosen picture", put(0)),
      button("End at the chosen picture", put(1)),
    ),
    figure,
    note,
    element("div", {class: "exports"}, ...saving),
  );
  const sayEnds = () => {
    setText(words, `From picture ${ends[0] + 1} to picture ${ends[1] + 1} of the sheet.`);
  };
  const send = latestAnswer(
    async ({ends}: Question) => {
      const {latents} = await askWorker("latents", {});
      const [total, size] = latents.shape as [number, number];
      const [from, to] = ends.map((end) => {
        const first = Math.min(end, total - 1) * size;
        return {data: latents.data.slice(first, first + size), shape: [size]};
      });
      const inputs = {from: from!, to: to!, count: {data: Float32Array.of(count), shape: [1]}};
      const made = await askWorker("walk", inputs);
      return {made, step: trainer.position};
    },
    (asked, result) => {
      if (asked.run !== trainer.run) return;
      if (result instanceof Error) {
        setText(note, result.message);
        return;
      }
      answer = result.made;
      const {samples, straight, lengths, usual} = answer;
      figure.update({
        sphere: samples,
        straight: straight,
        lengths: lengths.data,
        usual: [usual.data[0]!, usual.data[1]!],
      });
      for (const each of saving) each.disabled = false;
      setText(note, `Live: your generator after ${result.step} steps.`);
    },
  );
  const ask = () => send({ends, run: trainer.run});
  const askSeen = whileNear([holder], () => trainer.run.step > 0 && ask());
  const askSometimes = atMostEvery(2000, askSeen);
  const invite = () => {
    answer = undefined;
    for (const each of saving) each.disabled = true;
    note.textContent =
      "It is drawn by your own generator: press Train, or one of the buttons above.";
  };
  const guarded = async (save: () => Promise<string>) => {
    try {
      setText(note, "Working …");
      setText(note, await save());
    } catch (error) {
      setText(note, (error as Error).message);
    }
  };
  const name = (suffix: string) =>
    `gan-digits-walk-${ends[0] + 1}-${ends[1] + 1}-step-${trainer.position}${suffix}`;
  const savePng = async () => {
    const [{download}, canvas] = [
      await import("../../experiment/exports/download.js"),
      rowsCanvas(answer!),
    ];
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    download(name(".png"), blob!, "image/png");
    return `${name(".png")} is saved.`;
  };
  const saveFilm = async () => {
    const {saveAnimation} = await import("../../experiment/exports/animation.js");
    return saveAnimation(name(".gif"), frames(answer!), {
      title: "over the sphere, and straight",
      recipe: recipeText(trainer.experiment, trainer.run, trainer.position),
    });
  };
  sayEnds();
  invite();
  return {
    holder,
    /** Walks again with the weights of now where that is seen, and while it trains only if the reader has asked for a walk. */
    follow() {
      if (trainer.run !== run) {
        run = trainer.run;
        invite();
      }
      const now = `${run.number} ${trainer.position}`;
      const isTime = wanted || trainer.status !== "running";
      if (!trainer.started || run.step === 0 || now === askedAt || !isTime) return;
      askedAt = now;
      if (trainer.status === "running") askSometimes();
      else askSeen();
    },
  };
}

/** Both ways as rows, the sphere's above. */
function rowsCanvas({samples, straight}: Walk): HTMLCanvasElement {
  const side = samples.shape[1];
  const cell = side * 2 + 2;
  const {canvas, context} = black(count * cell + 2, 2 * cell + 2);
  for (const [row, images] of [samples, straight].entries()) {
    const strip = pictureStrip(images);
    for (let i = 0; i < count; i++)
      drawPicture(context, strip, side, i, 2 + i * cell, 2 + row * cell, 2);
  }
  return canvas;
}

/** There and back: at each place the two ways beside each other. One canvas, drawn on again for each frame. */
function* frames({samples, straight, lengths}: Walk): Generator<AnimationFrame> {
  const side = samples.shape[1];
  const {canvas, context} = black(2 * side * scale + 3 * gap, side * scale + 2 * gap);
  const strips = [samples, straight].map((images) => pictureStrip(images));
  const there = [...Array(count).keys()];
  for (const i of [...there, ...there.toReversed().slice(1)]) {
    for (const [way, strip] of strips.entries())
      drawPicture(context, strip, side, i, gap + way * (side * scale + gap), gap, scale);
    const [a, b] = [lengths.data[i]!, lengths.data[count + i]!];
    yield {picture: canvas, label: `lengths ${a.toFixed(1)} and ${b.toFixed(1)}`};
  }
}

function black(width: number, height: number) {
  const canvas = element("canvas", {width, height});
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#000";
  context.fillRect(0, 0, width, height);
  return {canvas, context};
}
