import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {allDrawn} from "../../figures/redraw.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {Film} from "../panels/film.js";
import {recipeText} from "../run/recipe.js";
import type {Trainer} from "../run/trainer.js";
import type {ExperimentView} from "../view.js";
import {download} from "./download.js";

/** Takes things out of the page, and a run back in. All of it happens on the reader's machine. What writes a file is loaded when
 * it is asked for. */
export function exportPanel(trainer: Trainer, view: ExperimentView): HTMLElement {
  const said = element("p", {role: "status", class: "export-status"});
  const {id} = trainer.experiment;
  const guarded = (work: () => Promise<string>) => () => {
    setText(said, "Working …");
    work().then(
      (text) => {
        setText(said, text);
      },
      (error: Error) => {
        setText(said, error.message);
      },
    );
  };
  const name = (step: number, suffix: string) => `${id}-step-${step}${suffix}`;
  const runName = (suffix: string) => name(trainer.run.step, suffix);
  const film = new Film();
  trainer.subscribe((changed) => {
    if (changed === "snapshot") film.add(trainer.run);
  });
  const exports = [
    button(
      "Pictures (PNG)",
      guarded(() => exportSheet(trainer, view, (step) => name(step, ".png"))),
    ),
    button(
      "Film (GIF)",
      guarded(async () => {
        needRun(trainer);
        const {saveRunFilm} = await import("./run-film.js");
        return saveRunFilm(trainer, view, film, (share) => {
          setText(said, `Writing the film: ${Math.round(100 * share)} %`);
        });
      }),
    ),
    button(
      "Weights (TF.js)",
      guarded(() => exportWeights(trainer, (network) => name(trainer.position, `-${network}.zip`))),
    ),
    button(
      "Losses (CSV)",
      guarded(async () => {
        needRun(trainer);
        const {lossesCsv} = await import("./losses-csv.js");
        const values = Object.entries(trainer.run.curves).map(([key, list]) => [key, list.values]);
        return save(runName("-losses.csv"), lossesCsv(1, Object.fromEntries(values)), "text/csv");
      }),
    ),
    button(
      "Run (JSON)",
      guarded(async () => {
        needRun(trainer);
        const {toRunFile, writeRun} = await runFiles();
        const text = writeRun(toRunFile(trainer.experiment, trainer.run, new Date().toISOString()));
        return save(runName("-run.json"), text, "application/json");
      }),
    ),
  ];
  const chooser: HTMLInputElement = element("input", {
    type: "file",
    accept: "application/json,.json",
    class: "visually-hidden",
    "aria-label": "Open a run file",
    onchange: guarded(async () => {
      const file = chooser.files?.[0];
      chooser.value = "";
      return file ? openRun(trainer, file) : "";
    }),
  });
  return element(
    "details",
    {class: "take-along"},
    element("summary", {}, "Save and open"),
    element(
      "div",
      {class: "exports"},
      ...exports,
      button("Open a run …", () => chooser.click()),
      chooser,
    ),
    said,
  );
}

/** What reads and writes run files comes when one is asked for. */
async function runFiles() {
  const [transfer, files] = await Promise.all([
    import("../run/run-transfer.js"),
    import("../../lib/training/run-file.js"),
  ]);
  return {...transfer, ...files};
}

function needRun({run}: Trainer): void {
  if (run.step === 0) throw new Error("There is no run of yours yet. Press Train first.");
}

function save(name: string, data: Uint8Array | string, type: string): string {
  download(name, data, type);
  return `${name} is saved.`;
}

/** The sheet with the recipe that made it inside the file, under the PNG keyword "Recipe". */
async function exportSheet(
  trainer: Trainer,
  view: ExperimentView,
  name: (step: number) => string,
): Promise<string> {
  needRun(trainer);
  const {run, experiment} = trainer;
  await allDrawn();
  const canvas = view.sheet();
  if (!canvas || !run.snapshot) throw new Error("There is no picture yet. Press Train first.");
  const {step} = run.snapshot;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The browser could not make a PNG of the pictures.");
  const {withPngText} = await import("./png-text.js");
  const png = new Uint8Array(await blob.arrayBuffer());
  const recipe = recipeText(experiment, run, step);
  return save(name(step), withPngText(png, "Recipe", recipe), "image/png");
}

async function exportWeights(trainer: Trainer, name: (network: string) => string): Promise<string> {
  needRun(trainer);
  const {weightsZip} = await import("./weights-zip.js");
  const networks = Object.keys((await trainer.load()).weights);
  for (const network of networks) {
    const parts = await trainer.request({type: "export", network});
    save(name(network), await weightsZip(parts), "application/zip");
  }
  return `${networks.join(" and ")}: saved as zip files with model.json and weights.bin.`;
}

/** Finds `own` and no other: a page has only its own experiments. */
function only(own: Experiment): (id: string) => Experiment {
  return (id) => {
    if (id === own.id) return own;
    throw new Error(`The file is a run of “${id}”, this is “${own.id}”. Open it there.`);
  };
}

/** Puts the opened run in the history and repeats it here, step by step, from its recipe. */
async function openRun(trainer: Trainer, blob: Blob): Promise<string> {
  const {checkLength, readRun, fromRunFile} = await runFiles();
  checkLength(blob.size);
  const file = readRun(await blob.text(), only(trainer.experiment));
  const run = fromRunFile(file);
  const isWhole = await trainer.replay(run);
  const opened = `The run of ${file.date.slice(0, 10)} is in the history`;
  return isWhole
    ? `${opened}; its ${run.step} steps were repeated here with the same recipe.`
    : `${opened}; repeating it stopped at step ${trainer.run.step} of ${run.step}, so an exercise does not count it.`;
}
