import {type Exercise, maxPointsOf} from "../lib/grading/exercise.js";
import type {ExerciseState, Verdict} from "../lib/grading/verdict.js";
import {type Result, withSolutionSeen, withVerdict} from "../storage/result.js";
import type {Shelf} from "../storage/shelf.js";

/** The kept result of one exercise. */
export class ResultRecord {
  result: Result | undefined;
  readonly #exercise: string;
  readonly #maxPoints: number;
  readonly #shelf: Shelf;
  readonly #now: () => Date;

  constructor({slug, tasks}: Exercise, shelf: Shelf, now: () => Date) {
    this.#exercise = slug;
    this.#maxPoints = maxPointsOf(tasks);
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
    this.result = await this.#shelf.get("results", this.#exercise);
  }

  add(verdict: Verdict): Promise<void> {
    return this.#change((old) =>
      withVerdict(old, verdict, this.#now().toISOString(), this.#maxPoints),
    );
  }

  seeSolution(): Promise<void> {
    return this.#change((old) => old && withSolutionSeen(old, this.#now().toISOString()));
  }

  async #change(change: (old: Result | undefined) => Result | undefined): Promise<void> {
    this.result = await this.#shelf.update("results", this.#exercise, change);
  }
}
