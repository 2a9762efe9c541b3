import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {originWords} from "../run/origin-words.js";
import type {RunRecord} from "../run/run-record.js";
import type {FigureTab} from "../view.js";

/** A figure with its caption: what it shows, in one line. */
export function captioned(caption: string, drawing: HTMLElement, className = ""): HTMLElement {
  return element("figure", {class: className}, element("figcaption", {}, caption), drawing);
}

/** A tab with one figure. */
export function figureTab(title: string, figure: HTMLElement): FigureTab {
  return {title, figures: [{name: title, figure}]};
}

/** The caption of an experiment's main figure: what that shows, and how it was made. `steps` says what its steps are of. */
export function madeCaption(what = "", steps = "steps") {
  const words = element("figcaption", {class: "how-made"});
  return {
    element: words,
    /** `before` is said first; `shown` is what this run shows, if not what all do. */
    draw(step: number, run: RunRecord, before = "", shown = what) {
      setText(words, before + howMade(shown, `${step} ${steps}`, run));
    },
  };
}

/** "Recorded 2026-11-20: 40 pictures after 1600 steps, seed 7, wasm." */
function howMade(what: string, steps: string, run: RunRecord): string {
  const {params, backend} = run;
  const shown = what === "" ? "" : ` ${what}`;
  return `${originWords(run)}:${shown} after ${steps}, seed ${params.seed}, ${backend}.`;
}
