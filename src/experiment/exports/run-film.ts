import {allDrawn} from "../../figures/redraw.js";
import type {Film} from "../panels/film.js";
import {recipeText} from "../run/recipe.js";
import type {Trainer} from "../run/trainer.js";
import type {ExperimentView} from "../view.js";
import {type AnimationFrame, saveAnimation, usualMs} from "./animation.js";

/** Saves how the run's pictures came about. A run that goes on waits meanwhile. Resolves with what to tell the reader. */
export async function saveRunFilm(
  trainer: Trainer,
  view: ExperimentView,
  film: Film,
  onprogress: (share: number) => void,
): Promise<string> {
  const {isTraining} = trainer;
  await trainer.pause();
  try {
    await lastPicture(trainer);
    const {run, experiment} = trainer;
    const steps = film.frames.map(({step}) => step);
    const last = steps.at(-1) ?? 0;
    return await saveAnimation(
      `${experiment.id}-to-step-${last}.gif`,
      runFrames(trainer, view, film),
      {
        title: experiment.title,
        recipe: `${recipeText(experiment, run, last)}\nframes at steps ${steps.join(", ")}`,
        background: paperOf(view.picture),
        onprogress,
      },
    );
  } finally {
    if (isTraining) void trainer.train();
  }
}

/** Resolves when the picture of where the run stands has come; it is made once the page can take it. */
async function lastPicture(trainer: Trainer): Promise<void> {
  const start = performance.now();
  while (trainer.here.snapshot?.step !== trainer.position && performance.now() - start < 2000)
    await new Promise(requestAnimationFrame);
}

/** Shows the pictures one by one in the experiment's own figure, and then the present one again. Each stays as long as it took
 * steps to the next, so that the film goes at an even pace. */
async function* runFrames(
  trainer: Trainer,
  view: ExperimentView,
  {frames}: Film,
): AsyncGenerator<AnimationFrame> {
  const {run} = trainer;
  const present = trainer.here.snapshot;
  const stepsOfAll = Math.max(1, frames.at(-1)!.step - frames[0]!.step);
  const isUndisturbed = () => trainer.run === run && trainer.here.snapshot === present;
  try {
    for (const [i, frame] of frames.entries()) {
      view.drawSnapshot(frame, run);
      await allDrawn();
      // A task of its own for what follows: the one that drew also lays the page out.
      await new Promise((resolve) => setTimeout(resolve));
      if (!isUndisturbed())
        throw new Error("The run went on meanwhile. Pause it, then save the film again.");
      const picture = view.sheet();
      const share = ((frames[i + 1]?.step ?? frame.step) - frame.step) / stepsOfAll;
      const ms = share * frames.length * usualMs;
      if (picture) yield {picture, label: `step ${frame.step}`, ms};
    }
  } finally {
    const {here} = trainer;
    if (here.snapshot) view.drawSnapshot(here.snapshot, here);
  }
}

/** The colour behind a figure. */
function paperOf(figure: HTMLElement): string {
  const colours = [];
  for (let at: HTMLElement | null = figure; at; at = at.parentElement)
    colours.push(getComputedStyle(at).backgroundColor);
  return colours.find((colour) => !/^rgba\(.*, 0\)$|^transparent$/.test(colour)) ?? "#fff";
}
