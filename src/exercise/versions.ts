import {button, element} from "../controls/element.js";
import {reasons, type Version} from "../storage/work.js";

export interface Versions {
  readonly details: HTMLDetailsElement;
  update(versions: readonly Version[]): void;
}

/** The kept versions of an answer, the newest first, each with a way back to it. */
export function versions(goBack: (version: Version) => void): Versions {
  const summary = element("summary", {}, "Versions (none yet)");
  const list = element("ul", {});
  const details = element("details", {class: "exercise-versions"}, summary, list);
  return {
    details,
    update(all) {
      summary.textContent = all.length === 0 ? "Versions (none yet)" : `Versions (${all.length})`;
      list.replaceChildren(...all.toReversed().map((each) => item(each, goBack)));
    },
  };
}

function item(version: Version, goBack: (version: Version) => void): HTMLElement {
  const {at, why, outcome, text} = version;
  const time = new Date(at).toLocaleString("en", {dateStyle: "medium", timeStyle: "medium"});
  const lines = text.split("\n").length;
  return element(
    "li",
    {},
    element("span", {}, `${time}, ${reasons[why]}${outcome ? `: ${outcome}` : ""}, ${lines} lines`),
    button("Return", () => goBack(version), `Return to the version of ${time}, ${reasons[why]}`),
  );
}
