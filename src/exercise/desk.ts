import {element} from "../controls/element.js";
import type {Exercise} from "../lib/grading/exercise.js";
import type {Verdict} from "../lib/grading/verdict.js";
import type {Shelf} from "../storage/shelf.js";
import {storageNotice} from "../storage/storage-notice.js";
import {Attempt, type Grade} from "./attempt.js";
import {type DeskButtons, deskButtons} from "./desk-buttons.js";
import {type Hints, hints as makeHints} from "./hints.js";
import {stateWords} from "./outcome.js";
import {ResultRecord} from "./record.js";
import {type Solution, solutionView} from "./solution.js";
import {verdictView} from "./verdict-view.js";

export interface DeskOptions {
  /** Reflects the state in `data-status`. */
  readonly section: HTMLElement;
  readonly exercise: Exercise;
  readonly hints: readonly string[];
  readonly solution: () => Promise<Solution>;
  readonly shelf: Shelf;
  readonly now: () => Date;
  readonly runText: string;
  /** The action of "Run tests"; calls `desk.grade`. */
  readonly onrun: () => void;
  readonly onreset?: () => void;
  /** The action of "Run it in the experiment", where the answer can drive one. */
  readonly ondrive?: (() => void) | undefined;
}

/** The part below every exercise's text, whatever its answer is: buttons, outcome, hints, solution, result. */
export class Desk {
  readonly notice: HTMLElement;
  readonly buttons: DeskButtons;
  /** Outcome, tests, and below the buttons for them hints and solution, in this order. */
  readonly results: readonly HTMLElement[];
  readonly record: ResultRecord;
  readonly attempt: Attempt;
  readonly #section: HTMLElement;
  readonly #hints: Hints;
  readonly #solution = element("div", {class: "exercise-solution-place"});
  readonly #status = element("p", {class: "exercise-record"});
  readonly #update: () => void;

  constructor(options: DeskOptions) {
    const {section, exercise, shelf, now, solution, runText, onrun, onreset, ondrive} = options;
    this.#section = section;
    this.record = new ResultRecord(exercise, shelf, now);
    this.#hints = makeHints(options.hints);
    const verdict = verdictView();
    this.notice = storageNotice(shelf, now, exercise.slug);
    this.buttons = deskButtons({
      runText,
      run: onrun,
      stop: () => this.attempt.stop(),
      hint: () => {
        this.#hints.next();
        this.#reflect();
      },
      solution: () => void this.#showSolution(solution),
      ...(onreset && {reset: onreset}),
      ...(ondrive && {drive: ondrive}),
    });
    this.#update = () => verdict.update(this.attempt);
    this.attempt = new Attempt("not-attempted", () => this.#reflect());
    const {help} = this.buttons;
    this.results = [...verdict.parts, this.#status, help, this.#hints.list, this.#solution];
    shelf.subscribe(({store, key}) => {
      if (store === "results" && (key === exercise.slug || key === "")) void this.load();
    });
  }

  /** Shows the kept result. */
  async load(): Promise<void> {
    await this.record.load();
    this.attempt.recall(this.record.state);
    this.#reflect();
  }

  /** Grades an answer and keeps the result. Gives the verdict if there was one. */
  async grade(grade: Grade): Promise<Verdict | undefined> {
    const verdict = await this.attempt.run(grade);
    if (verdict) await this.record.add(verdict);
    this.#reflect();
    return verdict;
  }

  async #showSolution(solution: () => Promise<Solution>): Promise<void> {
    try {
      const view = solutionView(await solution());
      this.#solution.replaceChildren(view);
      await this.record.seeSolution();
      this.#reflect();
      view.querySelector("h4")?.focus();
    } catch {
      const sorry = "The solution could not be loaded. Reload the page and try again.";
      this.#solution.replaceChildren(element("p", {role: "alert"}, sorry));
    }
  }

  #reflect(): void {
    const {state, verdict} = this.attempt;
    this.#section.dataset.status = state;
    this.buttons.set({
      state,
      hintText: this.#hints.label,
      hintLeft: this.#hints.isLeft,
      wasTried: this.record.attempts > 0,
      wasRun: verdict !== undefined && verdict.problem === undefined,
      solutionShown: this.#solution.querySelector("h4") !== null,
    });
    this.#status.textContent = recordLine(this.record);
    this.#update();
  }
}

/** "Best so far: partly right, 2 of 5 points. 3 tries. You have seen the solution." */
function recordLine({result}: ResultRecord): string {
  if (!result) return "";
  const {state, points, maxPoints, attempts, solutionSeenAt, claimed} = result;
  const source = claimed ? ", says a file that you imported" : "";
  const best = `Best so far: ${stateWords[state]}, ${points} of ${maxPoints} points${source}.`;
  const tries = attempts === 1 ? " One try." : ` ${attempts} tries.`;
  return `${best}${tries}${solutionSeenAt ? " You have seen the solution." : ""}`;
}
