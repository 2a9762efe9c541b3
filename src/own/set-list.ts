import {button, element} from "../controls/element.js";
import {type OwnSetFacts, ownSetIndex} from "../storage/own-set-index.js";
import {basePath} from "../storage/place.js";
import {course} from "../vendor/course.js";
import {counted} from "./intake.js";
import {removeOwnSet} from "./own-sets.js";

/** What can be learned from a set, by the experiment that does it. */
const uses = {
  "digit-classifier": "learn to tell them apart",
  "sorting-without-labels": "sort them without labels",
  "learning-rate": "race ten learning rates on them",
  "double-descent": "learn them too well",
} as const;

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
  const links = Object.entries(uses).map(([id, words]) => {
    const href = useAddress(id, facts.name);
    return element("a", {href}, words);
  });
  const away = button(
    "Take away",
    async () => {
      await removeOwnSet(facts.name);
      redraw();
    },
    `Take the set ${facts.title} away`,
  );
  return element(
    "li",
    {},
    element("span", {class: "own-set-words"}, setWords(facts)),
    ...links.flatMap((link, i) => [
      i === 0 ? " Let a network " : i === links.length - 1 ? " or " : ", ",
      link,
    ]),
    ". ",
    away,
  );
}

/** "Leaves: 60 pictures of oak and ash." */
export function setWords({title, labels, count}: OwnSetFacts): string {
  const kinds =
    labels.length === 1 ? "" : ` of ${labels.slice(0, -1).join(", ")} and ${labels.at(-1)}`;
  return `${title}: ${counted(count, "picture")}${kinds}.`;
}

/** The page on which the experiment stands, set to learn from the pictures called `name`. */
export function useAddress(id: string, name: string): string {
  const pages = course.flatMap((chapter) => chapter.pages);
  const page = pages.find(({experiments}) => experiments.includes(id));
  return `${basePath}${page?.path ?? ""}#${id}.dataset=${name}`;
}
