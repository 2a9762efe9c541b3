import {button, element} from "../controls/element.js";
import {counted} from "../controls/format.js";
import {isUsable} from "../lib/own-use.js";
import {type OwnSetFacts, ownSetIndex} from "../storage/own-set-index.js";
import {basePath} from "../storage/place.js";
import {course} from "../vendor/course.js";
import {ownUses} from "../vendor/experiments/own-uses.js";
import {removeOwnSet} from "./own-sets.js";

/** The sets that are kept, with what can be done with each. */
export function setList() {
  const list = element("ul", {class: "own-sets"});
  const draw = () => {
    const sets = ownSetIndex();
    list.replaceChildren(...sets.map((facts) => lineOf(facts, draw)));
    list.hidden = sets.length === 0;
  };
  draw();
  return {element: list, draw};
}

function lineOf(facts: OwnSetFacts, redraw: () => void): HTMLElement {
  const uses = usesOf(facts).map(({words, href}) => element("li", {}, element("a", {href}, words)));
  const away = button(
    "Take away",
    async () => {
      await removeOwnSet(facts.name);
      redraw();
    },
    `Take away the set ${facts.title}`,
  );
  return element(
    "li",
    {class: "own-set"},
    element("div", {class: "own-row"}, element("b", {}, setWords(facts)), away),
    element("p", {}, "Let a network"),
    element("ul", {class: "own-uses"}, ...uses),
  );
}

/** "Leaves: 60 pictures of oak and ash." */
export function setWords({title, labels, count}: OwnSetFacts): string {
  const kinds =
    labels.length === 1 ? "" : ` of ${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}`;
  return `${title}: ${counted(count, "picture")}${kinds}.`;
}

interface Use {
  readonly words: string;
  readonly href: string;
}

/** What can be done with a set, in the order of the course: each experiment on its own page, set to learn from these pictures. */
export function usesOf({name, labels}: Pick<OwnSetFacts, "name" | "labels">): Use[] {
  const pages = course.flatMap((chapter) => chapter.pages);
  const pageOf = (id: string) => pages.findIndex(({experiments}) => experiments.includes(id));
  return ownUses
    .filter((use) => isUsable(use, labels.length))
    .toSorted((a, b) => pageOf(a.experiment) - pageOf(b.experiment))
    .map(({experiment, param, words}) => ({
      words,
      href: `${basePath}${pages[pageOf(experiment)]?.path ?? ""}#${experiment}.${param}=${name}`,
    }));
}
