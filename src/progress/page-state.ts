/** How far a reader is on a page, by what is kept of exercises, questions and runs. */
import type {KnownPage} from "../course/course-page.js";
import type {Progress} from "./strengths.js";

export const pageStates = ["not begun", "begun", "done"] as const;
export type PageState = (typeof pageStates)[number];

/** What counts of a page. */
export type PageParts = Pick<KnownPage, "experiments" | "exercises" | "questions">;

export interface Reached extends Progress {
  /** Ids of the experiments of which a run is kept. */
  readonly trained: ReadonlySet<string>;
}

/**
 * "done" when every exercise is solved, every question answered and every experiment trained; "begun" when any of it was tried.
 * Nothing is said of a page that has none of the three.
 */
export function pageState(parts: PageParts, reached: Reached): PageState | undefined {
  const {experiments, exercises, questions} = parts;
  const results = exercises.map((slug) => reached.results[slug]);
  const answers = questions.map((id) => (reached.recalls[id]?.length ?? 0) > 0);
  const runs = experiments.map((id) => reached.trained.has(id));
  const full = [...results.map((result) => result?.state === "correct"), ...answers, ...runs];
  const begun = [...results.map((result) => result !== undefined), ...answers, ...runs];
  if (full.length === 0) return undefined;
  if (full.every(Boolean)) return "done";
  return begun.some(Boolean) ? "begun" : "not begun";
}
