import type {ExerciseState, Verdict} from "../lib/grading/verdict.js";

/** Grades one answer; rejects when `signal` aborts. `report` is told of all tests that ended so far. */
export type Grade = (signal: AbortSignal, report: Report) => Promise<Verdict>;
export type Report = (ended: readonly unknown[]) => void;

/** The state of an exercise as its buttons change it. Nothing is ever graded unless `run` is called. */
export class Attempt {
  state: ExerciseState;
  verdict: Verdict | undefined;
  /** Why nothing came of the last run, in a sentence: it was stopped, or the grader failed. */
  note = "";
  /** Tests of the present run that have ended. */
  finished = 0;
  readonly #onchange: () => void;
  #running: AbortController | undefined;

  constructor(state: ExerciseState, onchange: () => void) {
    this.state = state;
    this.#onchange = onchange;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Grades, one at a time. Gives the verdict if there was one. */
  async run(grade: Grade): Promise<Verdict | undefined> {
    if (this.#running) return undefined;
    const running = new AbortController();
    this.#running = running;
    const before = this.state;
    this.finished = 0;
    const report: Report = ({length}) => {
      this.finished = length;
      this.#onchange();
    };
    this.#set("running", "");
    try {
      this.verdict = await grade(running.signal, report);
      this.#end(this.verdict.state, "");
      return this.verdict;
    } catch (error) {
      this.#end(before, running.signal.aborted ? "You stopped the tests." : failure(error));
      return undefined;
    }
  }

  /** Says why nothing was graded. */
  say(note: string): void {
    this.#set(this.state, note);
  }

  stop(): void {
    this.#running?.abort();
  }

  /** A result that was kept, or that another tab has reached. */
  recall(state: ExerciseState): void {
    if (!this.#running && !this.verdict) this.#set(state, this.note);
  }

  #end(state: ExerciseState, note: string): void {
    this.#running = undefined;
    this.#set(state, note);
  }

  #set(state: ExerciseState, note: string): void {
    this.state = state;
    this.note = note;
    this.#onchange();
  }
}

function failure(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `The tests could not be run: ${reason.replace(/\.$/, "")}. Your code is kept. Try again, or reload the page.`;
}
