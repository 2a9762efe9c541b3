import {allDrawn} from "../../figures/redraw.js";
import {withPngText} from "../../lib/png-text.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {LayersModelParts} from "../../lib/training/protocol.js";
import {checkLength, readRun, writeRun} from "../../lib/training/run-file.js";
import {basePath} from "../../storage/place.js";
import type {Film} from "../panels/film.js";
import {recipeText} from "../run/recipe.js";
import {fromRunFile, toRunFile} from "../run/run-transfer.js";
import type {Trainer} from "../run/trainer.js";
import type {ExperimentView} from "../view.js";
import {download} from "./download.js";
import {lossesCsv} from "./losses-csv.js";

/** The sheet with the recipe that made it inside the file, under the PNG keyword "Recipe". */
export async function savePictures(trainer: Trainer, view: ExperimentView): Promise<string> {
  needRun(trainer);
  const {here: run, experiment} = trainer;
  await allDrawn();
  const canvas = view.sheet();
  if (!canvas || !run.snapshot) throw new Error("There is no picture yet. Press Train first.");
  const {step} = run.snapshot;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The browser could not make a PNG of the pictures.");
  const png = new Uint8Array(await blob.arrayBuffer());
  const recipe = recipeText(experiment, run, step);
  return save(nameAt(trainer, step, ".png"), withPngText(png, "Recipe", recipe), "image/png");
}

export async function saveFilm(
  trainer: Trainer,
  view: ExperimentView,
  film: Film,
  say: (share: number) => void,
): Promise<string> {
  needRun(trainer);
  const {saveRunFilm} = await import("./run-film.js");
  return saveRunFilm(trainer, view, film, say);
}

/** Networks that are saved in a file each. A browser refuses more than a few files at once. */
const mostFiles = 4;

export async function saveWeights(trainer: Trainer): Promise<string> {
  needRun(trainer);
  const {networksZip, weightsZip} = await import("./weights-zip.js");
  const networks = Object.keys((await trainer.load()).weights);
  if (networks.length > mostFiles) {
    const all: [string, LayersModelParts][] = [];
    for (const network of networks)
      all.push([network, await trainer.request({type: "export", network})]);
    const name = nameAt(trainer, trainer.position, "-networks.zip");
    return save(name, await networksZip(all), "application/zip");
  }
  for (const network of networks) {
    const parts = await trainer.request({type: "export", network});
    const name = nameAt(trainer, trainer.position, `-${network}.zip`);
    save(name, await weightsZip(parts), "application/zip");
  }
  return `${networks.join(" and ")}: saved as zip files with model.json and weights.bin.`;
}

export async function saveLosses(trainer: Trainer): Promise<string> {
  needRun(trainer);
  const values = Object.entries(trainer.run.curves).map(([key, list]) => [key, list.values]);
  return save(
    nameAt(trainer, trainer.run.step, "-losses.csv"),
    lossesCsv(1, Object.fromEntries(values)),
    "text/csv",
  );
}

export async function saveRun(trainer: Trainer): Promise<string> {
  needRun(trainer);
  const {experiment, run} = trainer;
  const text = writeRun(toRunFile(experiment, run, new Date().toISOString()));
  return save(nameAt(trainer, run.step, "-run.json"), text, "application/json");
}

/** Opens the run that is shown as a notebook, at its beginning. */
export async function takeApart({experiment, here, params}: Trainer): Promise<string> {
  if (here.driver)
    throw new Error(
      `A notebook cannot be made of a run with code of your own: ${here.driver.part}. Take it out first.`,
    );
  const [{takenApart}, {writeLink}] = await Promise.all([
    import("../../notebook/taken-apart.js"),
    import("../../notebook/notebook-link.js"),
  ]);
  const link = await writeLink(takenApart(experiment, params, here.inputs));
  location.assign(`${basePath}notebook#shared=${link}`);
  return "Opening the notebook …";
}

/** Whether the reader lets `code`, which came with a file, take the place of `part`. */
export type AskForCode = (part: string, code: string) => Promise<boolean>;

/** Puts the opened run in the history and repeats it here, step by step, from its recipe. Code in it runs only if the reader says so. */
export async function openRun(trainer: Trainer, blob: Blob, ask: AskForCode): Promise<string> {
  checkLength(blob.size);
  const file = readRun(await blob.text(), only(trainer.experiment));
  const run = fromRunFile(file);
  if (run.driver && !(await ask(run.driver.part, run.driver.code)))
    return "The file was not opened, and none of its code has run.";
  const isWhole = await trainer.replay(run);
  const opened = `The run of ${file.date.slice(0, 10)} is in the history`;
  return isWhole
    ? `${opened}; its ${run.step} steps were repeated here with the same recipe.`
    : `${opened}; repeating it stopped at step ${trainer.run.step} of ${run.step}, so an exercise does not count it.`;
}

function needRun({run}: Trainer): void {
  if (run.step === 0) throw new Error("There is no run of yours yet. Press Train first.");
}

function nameAt({experiment}: Trainer, step: number, suffix: string): string {
  return `${experiment.id}-step-${step}${suffix}`;
}

function save(name: string, data: Uint8Array | string, type: string): string {
  download(name, data, type);
  return `${name} is saved.`;
}

/** Finds `own` and no other: a page has only its own experiments. */
function only(own: Experiment): (id: string) => Experiment {
  return (id) => {
    if (id === own.id) return own;
    throw new Error(`The file is a run of “${id}”, this is “${own.id}”. Open it there.`);
  };
}
