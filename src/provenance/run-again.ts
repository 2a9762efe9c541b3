/** Makes the run of a recipe again, in a worker as the experiment itself does, up to the picture that was saved of it. */
import {paramsForm} from "../experiment/panels/params-form.js";
import {paramHost} from "../experiment/run/param-host.js";
import {newRun, type RunRecord} from "../experiment/run/run-record.js";
import {Trainer} from "../experiment/run/trainer.js";
import {trainerHost} from "../experiment/run/trainer-host.js";
import {shownBy} from "../experiment/run/wire.js";
import type {ExperimentView} from "../experiment/view.js";
import {allDrawn} from "../figures/redraw.js";
import type {Shown} from "../vendor/experiments/shown.js";
import type {FollowableRun} from "./told-run.js";

export interface AgainOptions {
  readonly shown: Shown;
  readonly run: FollowableRun;
  /** Where its picture is drawn while it trains, as wide as it was on its page. */
  readonly place: HTMLElement;
  /** Pixels of the saved picture from left to right. */
  readonly width: number;
  readonly signal: AbortSignal;
  /** Called with each thing that the run tells. */
  onprogress(trainer: Trainer): void;
}

export interface MadeAgain {
  /** The picture as the experiment would save it now. */
  readonly canvas: HTMLCanvasElement;
  /** Whether it is what the window shows, and not a sheet drawn to be saved. */
  readonly isOfWindow: boolean;
}

/** Rejects with the reason where the run fails, and when the signal aborts. */
export async function runAgain(options: AgainOptions): Promise<MadeAgain> {
  const {shown, run, place, width, signal, onprogress} = options;
  const {experiment} = shown;
  const make = await shown.view();
  signal.throwIfAborted();
  const trainer = new Trainer(experiment, run.params, {
    ...trainerHost(experiment, () => {}),
    backends: async () => ({names: ["wasm"], notes: []}),
  });
  const stop = () => trainer.dispose();
  signal.addEventListener("abort", stop);
  try {
    const view = mounted(trainer, make, place);
    trainer.subscribe((changed) => {
      if (changed === "snapshot") show(view, trainer.here);
      onprogress(trainer);
    });
    await Promise.race([follow(trainer, run), aborted(signal)]);
    const canvas = await canvasOf(view, trainer, place, width);
    return {canvas, isOfWindow: place.contains(canvas)};
  } finally {
    signal.removeEventListener("abort", stop);
    trainer.dispose();
  }
}

/** Its main figure, in `place`. What of it is a control can be seen and not turned. */
function mounted(trainer: Trainer, make: Parameters<typeof shownBy>[0], place: HTMLElement) {
  const {params: table, title} = trainer.experiment;
  const link = {locked: Object.keys(table), hidden: []};
  const form = paramsForm(table, {...link, title, main: [], elsewhere: [], onchange: () => {}});
  form.set(trainer.params);
  const view = shownBy(make, {trainer, ...paramHost({trainer, link, form})});
  place.replaceChildren(view.picture);
  return view;
}

function show(view: ExperimentView, run: RunRecord): void {
  if (run.snapshot) view.drawSnapshot(run.snapshot, run);
  view.drawRun(run, [], undefined);
}

/** Resolves when the picture of its last step has come. */
async function follow(trainer: Trainer, {params, changes, parts, steps}: FollowableRun) {
  const recipe = {...newRun(trainer.experiment, 0, params), changes: [...changes]};
  const isWhole = await trainer.replay({...recipe, parts: [...parts], step: steps});
  if (!isWhole) throw new Error(wordsOf(trainer));
  const isThere = () => trainer.here.snapshot?.step === steps;
  while (!isThere()) {
    if (trainer.status === "failed") throw new Error(wordsOf(trainer));
    await news(trainer);
  }
}

function wordsOf({problem, position}: Trainer): string {
  return problem ? `${problem.message} ${problem.advice}` : `It stopped at step ${position}.`;
}

/** Resolves with the next thing that a run tells. */
function news(trainer: Trainer): Promise<void> {
  return new Promise((resolve) => {
    const forget = trainer.subscribe(() => {
      forget();
      resolve();
    });
  });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener("abort", () => reject(new Error("It was stopped."))),
  );
}

/** A picture that is drawn as large as its window allows is drawn once more, as wide as the saved one. */
async function canvasOf(
  view: ExperimentView,
  trainer: Trainer,
  place: HTMLElement,
  width: number,
): Promise<HTMLCanvasElement> {
  const drawn = async () => {
    show(view, trainer.here);
    await allDrawn();
    const canvas = view.sheet();
    if (!canvas) throw new Error("The experiment has drawn no picture that could be saved.");
    return canvas;
  };
  const canvas = await drawn();
  if (canvas.width === width) return canvas;
  place.style.width = `${(place.clientWidth * width) / canvas.width}px`;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return drawn();
}
