import {element} from "../controls/element.js";
import {plainMarkdown} from "./plain-markdown.js";

/** A worked solution. */
export interface Solution {
  /** "" when the exercise is about a run. */
  readonly code: string;
  /** Why it is so, in plain Markdown. */
  readonly why: string;
}

export function solutionView({code, why}: Solution): HTMLElement {
  return element(
    "div",
    {class: "exercise-solution"},
    element("h4", {tabindex: -1}, "A solution"),
    code === ""
      ? undefined
      : element("pre", {tabindex: 0, role: "region", "aria-label": "Code of the solution"}, code),
    ...plainMarkdown(why),
  );
}
