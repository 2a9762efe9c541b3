import {element} from "../controls/element.js";

/** A worked solution. */
export interface Solution {
  /** "" when the exercise is about a run. */
  readonly code: string;
  /** Why it is so, as HTML that was made with the site. */
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
    parsed(why),
  );
}

/** Only for the course's own text: nothing of a reader's may come here. */
function parsed(html: string): DocumentFragment {
  const template = element("template");
  template.innerHTML = html;
  return template.content;
}
