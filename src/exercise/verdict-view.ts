import {element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import type {Verdict} from "../lib/grading/verdict.js";
import type {Attempt} from "./attempt.js";
import {firstFailed, outcome, plural} from "./outcome.js";
import {testResult} from "./test-result.js";

export interface VerdictView {
  readonly parts: readonly HTMLElement[];
  update(attempt: Attempt): void;
}

/** The outcome in a sentence, which is also read out, and every test below it. While tests run, the old ones stay. */
export function verdictView(): VerdictView {
  const sentence = element("p", {class: "exercise-outcome", role: "status"});
  const tests = element("div", {class: "exercise-tests"});
  /** Not read out: each test would interrupt the one before. */
  const finished = element("p", {class: "exercise-finished"});
  let shown: Verdict | undefined;
  return {
    parts: [sentence, finished, tests],
    update({state, verdict, note, isRunning, finished: count}) {
      const said = isRunning
        ? "The tests are running …"
        : note || (verdict ? outcome(verdict) : "");
      setText(sentence, said);
      finished.textContent = isRunning && count > 0 ? `${plural(count, "test")} finished` : "";
      sentence.dataset.state = isRunning ? "running" : state;
      tests.classList.toggle("old", isRunning || note !== "");
      if (verdict === shown) return;
      shown = verdict;
      tests.replaceChildren(...(verdict ? resultParts(verdict) : []));
    },
  };
}

/** The first test that failed is open, the others wait for their turn. */
function resultParts({tests, console, problem}: Verdict): HTMLElement[] {
  const first = firstFailed(tests);
  const results = tests.map((test) => testResult(test, test === first));
  const list = element("ol", {class: "tests", "aria-label": "Tests"}, ...results);
  return [
    ...(problem ? [element("pre", {class: "exercise-problem"}, problem)] : []),
    ...(tests.length > 0 ? [list] : []),
    ...(console === "" ? [] : [printed(console)]),
  ];
}

function printed(console: string): HTMLElement {
  return element(
    "details",
    {class: "exercise-console"},
    element("summary", {}, "What your code printed"),
    element("pre", {tabindex: 0, role: "region", "aria-label": "What your code printed"}, console),
  );
}
