import {button, element} from "../controls/element.js";
import {formatCount} from "../controls/format.js";
import {sheetChoices} from "../figures/sheet-choices.js";
import type {Experiment} from "../lib/experiments/experiment.js";
import type {RecordedSheets} from "../lib/experiments/recorded-sheets.js";
import type {SheetQuestion} from "../lib/experiments/sheet-question.js";
import {findSheetQuestion} from "../lib/experiments/sheet-questions.js";
import {parseGuess, withGuess, withTruthSeen} from "../storage/guess-record.js";
import {shelf} from "../storage/shelf.js";
import {
  askedLink,
  choiceStatus,
  firstSight,
  isAskedRun,
  measuredAt,
  type Seen,
} from "./asked-run.js";
import {meetOnPage, type OnPage} from "./on-page.js";
import type {RunRecord} from "./run-record.js";
import {loadSheets} from "./sheet-files.js";
import {type PairedSheet, sheetPair, smallSheetCanvas} from "./sheet-pair.js";
import {sheetTable} from "./sheet-table.js";
import {
  choiceWords,
  runMade,
  settingsWords,
  sheetLetter,
  sheetMade,
  sheetVerdict,
  verdictWords,
} from "./sheet-words.js";

export interface LiveSheetChoiceOptions {
  readonly section: HTMLElement;
  readonly name: string;
  readonly signal: AbortSignal;
}

/** Fills a choice's section: the sheets, and after the run what it says of the choice, which is kept as a guess of one value. */
export async function liveSheetChoice({
  section,
  name,
  signal,
}: LiveSheetChoiceOptions): Promise<void> {
  const question = findSheetQuestion(name);
  const [recorded, kept] = await Promise.all([loadSheets(name), shelf().get("guesses", name)]);
  const chosen = placeOf(parseGuess(kept, 1)?.values[0], recorded);
  let stop = () => {};
  const meet = (experiment: OnPage) => {
    stop();
    const board = choiceBoard({section, name, question, recorded}, experiment, chosen);
    section.replaceChildren(...board.parts);
    stop = experiment.trainer.subscribe(board.follow);
  };
  meetOnPage(question.experiment, meet, signal);
  signal.addEventListener("abort", () => stop());
}

/** The place of a sheet that was chosen earlier, if it is still offered. */
function placeOf(value: number | null | undefined, {sheets}: RecordedSheets): number | undefined {
  return typeof value === "number" && sheets[value] ? value : undefined;
}

interface Offer {
  readonly section: HTMLElement;
  readonly name: string;
  readonly question: SheetQuestion;
  readonly recorded: RecordedSheets;
}

/** The parts of a choice about an experiment, and what brings them up to date. */
function choiceBoard(
  {section, name, question, recorded}: Offer,
  {trainer}: OnPage,
  keptChoice: number | undefined,
) {
  const {experiment} = trainer;
  const choices = choicesOf(question, recorded);
  choices.value = keptChoice;
  const made = recorded.sheets.map((sheet) => sheetMade(experiment, recorded, sheet));
  const words = element("div", {class: "sheet-words", role: "status"});
  const pair = sheetPair();
  const table = sheetTable(question, experiment, recorded);
  const look = firstSight(question);
  let isRevealed = false;
  let finished: RunRecord | undefined;
  const see = () => void shelf().update("guesses", name, (old) => withTruthSeen(old, now()));
  const reveal = button("Show what the sheets are", () => {
    isRevealed = !isRevealed;
    if (isRevealed) see();
    follow();
  });
  choices.addEventListener("input", () => {
    const {value = null} = choices;
    void shelf().update("guesses", name, (old) => withGuess(old, [value], now()));
    follow();
  });
  const say = changing((sentences) => words.replaceChildren(...wordParts(sentences)));

  const follow = () => {
    const {run} = trainer;
    const isAbout = isAskedRun(question, experiment, run);
    const measured = isAbout ? measuredAt(question, run) : undefined;
    const seen = isAbout ? look(run) : undefined;
    const state = {status: trainer.status, step: run.step};
    const status = choiceStatus(isAbout, state, measured !== undefined, isRevealed);
    if (measured && finished !== run) {
      finished = run;
      see();
    }
    const chosen = choices.value;
    const verdict = measured && sheetVerdict(question, experiment, recorded, measured);
    const isTold = status === "done" || status === "recorded";
    section.dataset.status = status;
    choices.update({
      chosen,
      isFixed: status !== "open",
      ...(isTold && {lines: made}),
      nearest: verdict?.nearest,
    });
    reveal.hidden = status === "running" || status === "done";
    reveal.textContent = isRevealed ? "Hide what the sheets are" : "Show what the sheets are";
    table.show(isTold, measured);
    say(
      measured
        ? verdictWords(question, experiment, recorded, measured, chosen)
        : [choiceWords(status, chosen, isAbout, question.step)],
    );
    const others = verdict ? [chosen ?? verdict.nearest, verdict.nearest] : [];
    pair.show(
      seen ? [runPicture(run, seen), ...sheetPictures(question, recorded, made, others)] : [],
    );
  };
  follow();
  return {
    follow,
    parts: [
      settingsLine(question, experiment),
      choices,
      words,
      pair.element,
      table.element,
      reveal,
    ],
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

/** What the run is to be, and the way to set it so. */
function settingsLine(question: SheetQuestion, experiment: Experiment): HTMLElement {
  return element(
    "p",
    {class: "sheet-settings"},
    `The run: ${settingsWords(experiment, question.params)}, everything else as the experiment starts with, whatever the seed. `,
    element("a", {href: askedLink(question, experiment)}, "Set the experiment so"),
    ".",
  );
}

function runPicture(run: RunRecord, {step, picture}: Seen): PairedSheet {
  return {picture, caption: runMade(run, step), alt: `your run at step ${formatCount(step)}`};
}

/** The sheets at `places`, each once. */
function sheetPictures(
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

/** `say`, called only with what is new. */
function changing(say: (sentences: readonly string[]) => void) {
  let told = "";
  return (sentences: readonly string[]) => {
    if (sentences.join() !== told) say(sentences);
    told = sentences.join();
  };
}

/** The first sentence by itself, the others as a list. */
function wordParts([first = "", ...others]: readonly string[]): HTMLElement[] {
  const items = others.map((text) => element("li", {}, text));
  return [element("p", {}, first), ...(items.length > 0 ? [element("ul", {}, ...items)] : [])];
}

const now = () => new Date().toISOString();
