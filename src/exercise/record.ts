import type {ExerciseState, Verdict} from "../lib/grading/verdict.js";
import {type Result, withSolutionSeen, withVerdict} from "../storage/result.js";
import type {Shelf} from "../storage/shelf.js";

/** The kept result of one exercise. */
export class ResultRecord {
  result: Result | undefined;
  readonly #exercise: string;
  readonly #shelf: Shelf;
  readonly #now: () => Date;

  constructor(exercise: string, shelf: Shelf, now: () => Date) {
    this.#exercise = exercise;
    this.#shelf = shelf;
    this.#now = now;
  }

  get state(): ExerciseState {
    return this.result?.state ?? "not-attempted";
  }

  get attempts(): number {
    return this.result?.attempts ?? 0;
  }

  /** Reads what is kept now, maybe another tab's. */
  async load(): Promise<void> {
    this.result = (await this.#shelf.get("results", this.#exercise)) as Result | undefined;
  }

  add(verdict: Verdict): Promise<void> {
    return this.#change((old) => withVerdict(old, verdict, this.#now().toISOString()));
  }

  seeSolution(): Promise<void> {
    return this.#change((old) => old && withSolutionSeen(old, this.#now().toISOString()));
  }

  async #change(change: (old: Result | undefined) => Result | undefined): Promise<void> {
    const next = await this.#shelf.update("results", this.#exercise, (old) =>
      change(old as Result | undefined),
    );
    this.result = next as Result | undefined;
  }
}
