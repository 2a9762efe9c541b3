import type {RecordedSheets} from "../../lib/questions/recorded-sheets.js";
import type {SheetQuestion} from "../../lib/questions/sheet-question.js";
import {guessOfLength, withGuess, withTruthSeen} from "../../storage/guess-record.js";
import {shelf} from "../../storage/shelf.js";
import {type PageExperiment, whenRegistered} from "../registry.js";
import type {RunRecord} from "../run/run-record.js";
import type {Trainer} from "../run/trainer.js";
import {choiceStatus, firstSight, isAskedRun, measuredAt} from "./asked-run.js";
import {type ChoiceState, sheetChoiceView} from "./sheet-choice-view.js";
import {loadSheets} from "./sheet-files.js";

export interface LiveSheetChoiceOptions {
  readonly section: HTMLElement;
  /** Key of the choice: the experiment's id and the question's. */
  readonly name: string;
  readonly question: SheetQuestion;
  /** The address of its recorded sheets. */
  readonly sheets: string;
  readonly signal: AbortSignal;
}

/** Fills a choice's section: the sheets, and after the run what it says of the choice, which is kept as a guess of one value. */
export async function liveSheetChoice({
  section,
  name,
  question,
  sheets,
  signal,
}: LiveSheetChoiceOptions): Promise<void> {
  const [recorded, kept] = await Promise.all([loadSheets(sheets), shelf().get("guesses", name)]);
  const chosen = placeOf(guessOfLength(kept, 1)?.values[0], recorded);
  let stop = () => {};
  const attach = ({trainer}: PageExperiment) => {
    stop();
    stop = choiceBoard({section, name, question, recorded, chosen}, trainer);
  };
  whenRegistered(question.experiment, attach, signal);
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
  readonly chosen: number | undefined;
}

/** Fills the section for the experiment of `trainer`, and follows it; gives how to stop that. */
function choiceBoard({section, name, question, recorded, chosen}: Offer, trainer: Trainer) {
  let isRevealed = false;
  let finished: RunRecord | undefined;
  let shown = "";
  const view = sheetChoiceView(question, recorded, trainer.experiment, () => {
    isRevealed = !isRevealed;
    if (isRevealed) see();
    follow();
  });
  const {choices} = view;
  const look = runReader(question, trainer);
  const see = () => void shelf().update("guesses", name, (old) => withTruthSeen(old, now()));
  const follow = () => {
    const state = {...look(isRevealed), chosen: choices.value};
    if (state.measured && finished !== state.run) {
      finished = state.run;
      see();
    }
    if (keyOf(state) === shown) return;
    shown = keyOf(state);
    section.dataset.status = state.status;
    view.show(state);
  };
  choices.value = chosen;
  choices.addEventListener("input", () => {
    const {value = null} = choices;
    void shelf().update("guesses", name, (old) => withGuess(old, [value], now()));
    follow();
  });
  section.replaceChildren(...view.parts);
  follow();
  return trainer.subscribe(follow);
}

/** Reads off the trainer how the run that is asked about stands. */
function runReader(question: SheetQuestion, trainer: Trainer) {
  const sight = firstSight(question);
  return (isRevealed: boolean): Omit<ChoiceState, "chosen"> => {
    const {run, experiment, status} = trainer;
    const isAbout = isAskedRun(question, experiment, run);
    const measured = isAbout ? measuredAt(question, run) : undefined;
    const state = {status, step: run.step};
    return {
      status: choiceStatus(isAbout, state, measured !== undefined, isRevealed),
      run,
      isAbout,
      measured,
      seen: isAbout ? sight(run) : undefined,
    };
  };
}

/** The visible part of a state: while it stays, nothing is drawn again. */
function keyOf({status, chosen, isAbout, run, measured, seen}: ChoiceState): string {
  return [status, chosen, isAbout, measured && run.number, seen?.step].join();
}

const now = () => new Date().toISOString();
