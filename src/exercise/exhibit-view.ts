import {element} from "../controls/element.js";
import type {TestRun} from "../lib/grading/verdict.js";
import {testRun} from "./test-run.js";

/** The faulty run of a bug hunt, whose place is kept until it has been made. */
export function exhibitView(run: Promise<TestRun>): HTMLElement {
  const view = element(
    "section",
    {class: "exercise-exhibit", "aria-label": "What the faulty step does"},
    element("p", {role: "status"}, "The faulty step is being trained …"),
  );
  run.then(
    (made) => view.replaceChildren(testRun(made)),
    (error: unknown) =>
      view.replaceChildren(
        element("p", {role: "alert"}, `The faulty run could not be made (${reasonOf(error)}).`),
      ),
  );
  return view;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
