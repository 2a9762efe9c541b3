import {button, element} from "../controls/element.js";
import {formatCount} from "../controls/format.js";
import {setText} from "../controls/set-text.js";
import {pageLife} from "../experiment/page-life.js";
import {timeLeft} from "../experiment/panels/narration.js";
import {sentence} from "../experiment/run/run-state.js";
import type {Trainer} from "../experiment/run/trainer.js";
import {cssColour, themeColour} from "../figures/colour.js";
import {
  comparePixels,
  type RgbaPicture,
  type SameSize,
} from "../lib/provenance/pixel-comparison.js";
import {type AgainFacts, againOutcome} from "./again-words.js";
import {pixelsOf, pixelsOfCanvas} from "./picture-pixels.js";
import {followable, type ToldRun} from "./told-run.js";

/** Offers to make the run of a recipe again, and compares its picture with the file. */
export function againDesk(told: ToldRun, file: Blob): HTMLElement {
  const said = element("p", {class: "again-said", role: "status"});
  const place = element("div", {class: "again-picture experiment", inert: true});
  const outcome = element("div", {class: "again-outcome"});
  const name = "Make the run again";
  let life: AbortController | undefined;
  const press = button(name, () => (life ? life.abort() : void make()));
  const make = async () => {
    life = new AbortController();
    setText(press, "Stop");
    outcome.replaceChildren();
    setText(said, "Loading the experiment …");
    try {
      const found = await madeAgain(told, file, place, said, life.signal);
      setText(said, "");
      outcome.replaceChildren(...found);
    } catch (error) {
      const {message} = error as Error;
      const stopped = "It was stopped, so nothing is known of the recipe.";
      setText(
        said,
        life.signal.aborted ? stopped : sentence(`It could not be made again: ${message}`),
      );
    }
    place.replaceChildren();
    place.removeAttribute("style");
    life = undefined;
    setText(press, name);
  };
  const desk = element("div", {class: "again"}, element("p", {}, press), said, outcome, place);
  pageLife(desk).addEventListener("abort", () => life?.abort());
  return desk;
}

async function madeAgain(
  told: ToldRun,
  file: Blob,
  place: HTMLElement,
  said: HTMLElement,
  signal: AbortSignal,
): Promise<readonly HTMLElement[]> {
  const [{shown}, {runAgain}] = await Promise.all([
    import("../vendor/experiments/shown.js"),
    import("./run-again.js"),
  ]);
  const load = Object.hasOwn(shown, told.experiment) ? shown[told.experiment] : undefined;
  if (!load) throw new RangeError(`the course has no experiment “${told.experiment}”`);
  const [known, picture] = await Promise.all([load(), pixelsOf(file)]);
  const run = followable(told, known.experiment);
  const {canvas, isOfWindow} = await runAgain({
    ...{shown: known, run, place, signal, width: picture.width},
    onprogress: (trainer) => setText(said, progressWords(trainer, told.step)),
  });
  const made = await pixelsOfCanvas(canvas);
  const comparison = comparePixels(picture, made);
  const {unnamed} = run;
  const facts: AgainFacts = {comparison, told, unnamed, isOfWindow};
  const pictures = [captioned("made again", canvasOf(made))];
  if (comparison.kind === "same-size" && comparison.differing > 0)
    pictures.push(captioned("where they differ", differenceCanvas(comparison, picture, place)));
  return [outcomeView(facts), element("div", {class: "again-pictures"}, ...pictures)];
}

function progressWords({status, position, run, started}: Trainer, steps: number): string {
  if (!started || status === "loading") return "Loading the engine …";
  const left =
    run.msPerStep && position < steps ? `, ${timeLeft(steps - position, run.msPerStep)}` : "";
  return `Step ${formatCount(position)} of ${formatCount(steps)}${left}.`;
}

function outcomeView(facts: AgainFacts): HTMLElement {
  const {verdict, title, words, reasons} = againOutcome(facts);
  const why = reasons.map((reason) => element("li", {}, reason));
  return element(
    "div",
    {class: "verdict", "data-again": verdict, role: "status"},
    element("strong", {class: "verdict-title"}, title),
    element("p", {class: "verdict-words"}, words),
    why.length > 0 ? element("ul", {class: "again-reasons"}, ...why) : undefined,
  );
}

function captioned(words: string, canvas: HTMLCanvasElement): HTMLElement {
  return element("figure", {class: "again-shown"}, canvas, element("figcaption", {}, words));
}

function canvasOf({width, height, data}: RgbaPicture): HTMLCanvasElement {
  const canvas = element("canvas", {width, height, class: "verify-picture", "aria-hidden": "true"});
  const pixels = new ImageData(Uint8ClampedArray.from(data), width, height);
  canvas.getContext("2d")!.putImageData(pixels, 0, 0);
  return canvas;
}

/** The picture, faint, with all pixels that differ in the colour of what is generated, and a frame around them. */
function differenceCanvas(
  {differences, within}: SameSize,
  picture: RgbaPicture,
  styled: HTMLElement,
): HTMLCanvasElement {
  const mark = themeColour(styled, "--generated");
  const data = Array.from(picture.data, (value, at) => {
    const i = Math.floor(at / 4);
    const channel = at % 4;
    if (differences[i]! > 0) return [...mark, 255][channel]!;
    return channel === 3 ? Math.round(value / 4) : value;
  });
  const canvas = canvasOf({...picture, data});
  const context = canvas.getContext("2d")!;
  context.strokeStyle = cssColour(mark);
  context.lineWidth = 2;
  if (within)
    context.strokeRect(within.left - 4, within.top - 4, within.width + 8, within.height + 8);
  return canvas;
}
