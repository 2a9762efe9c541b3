import type {Problem} from "../../lib/training/protocol.js";
import {reported} from "./reported.js";
import {problemOf} from "./worker-link.js";

export type Status = "idle" | "loading" | "running" | "paused" | "done" | "failed";

/** What changed, so that a listener redraws only that. */
export type Changed =
  | "status"
  | "loading"
  | "curves"
  | "snapshot"
  | "measurement"
  | "run"
  | "view"
  | "notice";

/** How the present run stands, in words and for everyone who wants to know. */
export class RunState {
  status: Status = "idle";
  /** Why the status is what it is, in a few words for the reader. */
  why = "";
  problem: Problem | undefined;
  notice = "";
  /** Whether training is to go on until it is paused or done, also through a restart: not so while single steps are
   * taken or a run is repeated. */
  isTraining = false;
  /** Of the worker's numbers. */
  memoryBytes = 0;
  /** At work in the worker, where there may be several and their number is decided. */
  threads: number | undefined;
  readonly #listeners = new Set<(changed: Changed) => void>();

  /** Calls `listener` after each change; returns how to stop that. */
  subscribe(listener: (changed: Changed) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  unsubscribeAll(): void {
    this.#listeners.clear();
  }

  emit(changed: Changed): void {
    for (const listener of this.#listeners) reported(() => listener(changed));
  }

  set(status: Status, why = ""): void {
    if (status !== "failed") this.problem = undefined;
    this.status = status;
    this.why = why;
    this.emit("status");
  }

  say(text: string): void {
    this.notice = text;
    this.emit("notice");
  }

  fail(problem: Problem): void {
    this.problem = problem;
    this.isTraining = false;
    this.set("failed");
  }

  /** Does `work`; what goes wrong becomes the run's problem, for the reader. Resolves with it. */
  async attempt(work: () => Promise<unknown>): Promise<Problem | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      const problem = problemOf(error);
      this.complain(problem);
      return problem;
    }
  }

  /** Tells of a command that was refused or went wrong. */
  complain(problem: Problem): void {
    if (problem.code === "wrong-state") {
      this.isTraining = this.status === "running"; // nothing has changed
      this.say(`${sentence(problem.message)} ${problem.advice}`);
    } else if (problem.code !== "worker-died") this.fail(problem); // a death is handled where it is noticed
  }
}

/** `text` with one full stop. */
export function sentence(text: string): string {
  return `${text.replace(/\.$/, "")}.`;
}
