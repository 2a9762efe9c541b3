import {button, element} from "../controls/element.js";
import {unknownDate} from "../storage/reading.js";
import {reasons, type Version, versionLimit, versionsCharacterLimit} from "../storage/work.js";

export interface Versions {
  readonly details: HTMLDetailsElement;
  update(versions: readonly Version[]): void;
}

/** Versions that are shown at once: hundreds would hold the page up, and hide the newest. */
const shownAtOnce = 30;

const rule = `The last ${versionLimit} versions are kept, up to ${versionsCharacterLimit.toLocaleString("en")} characters together. Only when a new one needs room does the oldest go. Importing a file drops none.`;

/** The kept versions of an answer, the newest first, each with a way back to it. */
export function versions(goBack: (version: Version) => void): Versions {
  const summary = element("summary", {}, "Versions (none yet)");
  const list = element("ul", {});
  let rest: readonly Version[] = [];
  const more = button("Show older versions", () => showMore());
  const details = element(
    "details",
    {class: "exercise-versions"},
    summary,
    list,
    more,
    element("p", {class: "exercise-versions-rule"}, rule),
  );
  const showMore = () => {
    list.append(...rest.slice(0, shownAtOnce).map((each) => item(each, goBack)));
    rest = rest.slice(shownAtOnce);
    more.hidden = rest.length === 0;
  };
  more.hidden = true;
  return {
    details,
    update(all) {
      summary.textContent = all.length === 0 ? "Versions (none yet)" : `Versions (${all.length})`;
      list.replaceChildren();
      rest = all.toReversed();
      showMore();
    },
  };
}

const times = new Intl.DateTimeFormat("en", {dateStyle: "medium", timeStyle: "medium"});

function item(version: Version, goBack: (version: Version) => void): HTMLElement {
  const {at, why, outcome, text} = version;
  const time = at === unknownDate ? "at an unknown time" : times.format(new Date(at));
  const lines = text.split("\n").length;
  return element(
    "li",
    {},
    element("span", {}, `${time}, ${reasons[why]}${outcome ? `: ${outcome}` : ""}, ${lines} lines`),
    button("Return", () => goBack(version), `Return to the version of ${time}, ${reasons[why]}`),
  );
}
