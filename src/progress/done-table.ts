import {element} from "../controls/element.js";
import type {ExerciseEntry} from "../exercise/grading.js";
import {stateWords} from "../exercise/outcome.js";
import {isOwnWork, type Result} from "../storage/result.js";
import {exerciseLink} from "./chapters.js";
import type {Offer, Progress} from "./strengths.js";

/** Every exercise of the course with how it went. */
export function doneTable({exercises, chapters}: Offer, {results}: Progress): HTMLElement {
  const headings = ["Exercise", "Chapter", "State", "Points", "Tries"];
  const row = (entry: ExerciseEntry) => {
    const result = results[entry.slug];
    return [
      element("a", {href: exerciseLink(entry.slug)}, entry.title),
      chapters[entry.chapter] ?? entry.chapter,
      stateOf(result),
      `${result?.points ?? 0} of ${entry.maxPoints}`,
      String(result?.attempts ?? 0),
    ];
  };
  return element(
    "div",
    {class: "progress-table", role: "region", tabindex: 0, "aria-label": "Exercises"},
    element(
      "table",
      {},
      element(
        "thead",
        {},
        element("tr", {}, ...headings.map((text) => element("th", {scope: "col"}, text))),
      ),
      element(
        "tbody",
        {},
        ...exercises.map((entry) =>
          element("tr", {}, ...row(entry).map((cell) => element("td", {}, cell))),
        ),
      ),
    ),
  );
}

/** "✓ correct", "correct, solution seen", "partly right, from a file" … */
export function stateOf(result: Result | undefined): string {
  if (!result) return stateWords["not-attempted"];
  const from = result.claimed ? ", from a file" : "";
  if (isOwnWork(result)) return `✓ ${stateWords.correct}${from}`;
  const seen = result.solutionSeenAt ? ", solution seen" : "";
  return `${stateWords[result.state]}${seen}${from}`;
}
