import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {Film} from "../panels/film.js";
import type {Trainer} from "../run/trainer.js";
import type {ExperimentView} from "../view.js";
import {codeQuestion, sandboxWords} from "./code-question.js";

type Savers = typeof import("./savers.js");

/** Takes things out of the page, and a run back in. All of it happens on the reader's machine. What writes a file is loaded when
 * it is asked for. */
export function exportPanel(trainer: Trainer, view: ExperimentView): HTMLElement {
  const said = element("p", {role: "status", class: "export-status"});
  const guarded = (work: (savers: Savers) => Promise<string>) => () => {
    setText(said, "Working …");
    import("./savers.js").then(work).then(
      (text) => {
        setText(said, text);
      },
      (error: Error) => {
        setText(said, error.message);
      },
    );
  };
  const film = new Film();
  trainer.subscribe((changed) => {
    const {snapshot} = trainer.here;
    if (changed === "snapshot" && snapshot) film.add(trainer.run, snapshot);
  });
  const sayShare = (share: number) => {
    setText(said, `Writing the film: ${Math.round(100 * share)} %`);
  };
  const question = codeQuestion<boolean>();
  const exports = [
    button(
      "Pictures (PNG)",
      guarded(({savePictures}) => savePictures(trainer, view)),
    ),
    button(
      "Film (GIF)",
      guarded(({saveFilm}) => saveFilm(trainer, view, film, sayShare)),
    ),
    button(
      "Weights (TF.js)",
      guarded(({saveWeights}) => saveWeights(trainer)),
    ),
    button(
      "Losses (CSV)",
      guarded(({saveLosses}) => saveLosses(trainer)),
    ),
    button(
      "Run (JSON)",
      guarded(({saveRun}) => saveRun(trainer)),
    ),
    button(
      "Take this apart",
      guarded(({takeApart}) => takeApart(trainer)),
    ),
  ];
  const chooser: HTMLInputElement = element("input", {
    type: "file",
    accept: "application/json,.json",
    class: "visually-hidden",
    "aria-label": "Open a run file",
    onchange: guarded(async ({openRun}) => {
      const file = chooser.files?.[0];
      chooser.value = "";
      return file
        ? openRun(trainer, file, (part, code) => question.ask(codeOfFile(part, code)))
        : "";
    }),
  });
  return element(
    "div",
    {class: "take-along"},
    element(
      "div",
      {class: "exports"},
      ...exports,
      button("Open a run …", () => chooser.click()),
      chooser,
    ),
    said,
    question.place,
  );
}

function codeOfFile(part: string, code: string) {
  return {
    question: `This run was trained with code that is in the file: its ${part}. To make the run again, that code has to run here. ${sandboxWords}`,
    code,
    label: "The code in the file",
    answers: {"Make the run with it": true, "Leave it": false},
  };
}
