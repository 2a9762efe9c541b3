import {button, element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {sheetChoices} from "../../figures/sheet/sheet-choices.js";
import type {Measured, RecordedSheets} from "../../lib/questions/recorded-sheets.js";
import type {SheetQuestion} from "../../lib/questions/sheet-question.js";
import type {Experiment} from "../../lib/training/experiment.js";
import type {RunRecord} from "../run/run-record.js";
import {askedLink, type Seen} from "./asked-run.js";
import type {PredictionStatus} from "./prediction-words.js";
import {type PairedSheet, sheetPair, smallSheetCanvas} from "./sheet-pair.js";
import {sheetTable} from "./sheet-table.js";
import {sheetVerdict, verdictWords} from "./sheet-verdict.js";
import {choiceWords, runMade, settingsWords, sheetLetter, sheetMade} from "./sheet-words.js";

/** How a choice and the run that it is about stand. */
export interface ChoiceState {
  readonly status: PredictionStatus;
  readonly chosen: number | undefined;
  readonly run: RunRecord;
  /** Whether `run` has the settings that are asked about. */
  readonly isAbout: boolean;
  /** Its measurement and its picture at the step that is asked about. */
  readonly measured: Measured | undefined;
  readonly seen: Seen | undefined;
}

/** The parts of a choice: the sheets, and, once there is a run, what it says of the choice. `reveal` is asked for by a button. */
export function sheetChoiceView(
  question: SheetQuestion,
  recorded: RecordedSheets,
  experiment: Experiment,
  reveal: () => void,
) {
  const choices = choicesOf(question, recorded);
  const words = element("div", {class: "sheet-words", role: "status"});
  const pair = sheetPair();
  const table = sheetTable(question, experiment, recorded);
  const revealing = button("Show what the sheets are", reveal);
  const made = recorded.sheets.map((sheet) => sheetMade(experiment, recorded, sheet));
  const compare = (state: ChoiceState) => {
    const {measured, chosen, seen, run} = state;
    if (!measured) return pair.show([]);
    const {nearest} = sheetVerdict(question, experiment, recorded, measured);
    const others = sheetsAt(question, recorded, made, [chosen ?? nearest, nearest]);
    pair.show(seen ? [ownSheet(run, seen), ...others] : others);
  };
  return {
    choices,
    parts: [
      settingsLine(question, experiment),
      choices,
      words,
      pair.element,
      table.element,
      revealing,
    ],
    show(state: ChoiceState) {
      const {status, chosen, measured, isAbout} = state;
      const isTold = status === "done" || status === "recorded";
      choices.update({
        chosen,
        isFixed: status !== "open",
        ...(isTold && {lines: made}),
        nearest: measured && sheetVerdict(question, experiment, recorded, measured).nearest,
      });
      words.replaceChildren(
        ...wordParts(
          measured
            ? verdictWords(question, experiment, recorded, measured, chosen)
            : [choiceWords(status, chosen, isAbout, question.step)],
        ),
      );
      compare(state);
      table.show(isTold, measured);
      revealing.hidden = status === "running" || status === "done";
      revealing.textContent =
        status === "recorded" ? "Hide what the sheets are" : "Show what the sheets are";
    },
  };
}

function choicesOf(question: SheetQuestion, {sheets}: RecordedSheets) {
  const legend = `Which sheet will it look like at step ${formatCount(question.step)}?`;
  return sheetChoices(
    legend,
    sheets.map(({picture}, i) => ({
      name: `Sheet ${sheetLetter(i)}`,
      alt: question.sheets[i]!.alt,
      picture: smallSheetCanvas(picture),
    })),
  );
}

/** The run that is asked about, and the way to set it so. */
function settingsLine(question: SheetQuestion, experiment: Experiment): HTMLElement {
  return element(
    "p",
    {class: "sheet-settings"},
    `The run: ${settingsWords(experiment, question.params)}, everything else as the experiment starts with, whatever the seed. `,
    element("a", {href: askedLink(question, experiment)}, "Set the experiment so"),
    ".",
  );
}

function ownSheet(run: RunRecord, {step, picture}: Seen): PairedSheet {
  return {picture, caption: runMade(run, step), alt: `your run at step ${formatCount(step)}`};
}

/** The sheets at `places`, each once. */
function sheetsAt(
  question: SheetQuestion,
  {sheets}: RecordedSheets,
  made: readonly string[],
  places: readonly number[],
): PairedSheet[] {
  return [...new Set(places)].map((place) => ({
    picture: sheets[place]!.picture,
    caption: `Sheet ${sheetLetter(place)}. ${made[place]}`,
    alt: question.sheets[place]!.alt,
  }));
}

/** The first sentence by itself, the others as a list. */
function wordParts([first = "", ...others]: readonly string[]): HTMLElement[] {
  const items = others.map((text) => element("li", {}, text));
  return [element("p", {}, first), ...(items.length > 0 ? [element("ul", {}, ...items)] : [])];
}
