import {element} from "../../controls/element.js";
import type {DescentName} from "../../lib/descent/rules.js";
import {racerLetters, racerWords} from "./race-words.js";

/** The letter of a racer in its colour, and its name. */
export function racerBadge(name: DescentName): readonly [letter: HTMLElement, name: string] {
  const letter = element(
    "span",
    {class: "fig-descent-letter", "aria-hidden": "true"},
    racerLetters[name],
  );
  letter.dataset.racer = name;
  return [letter, racerWords[name]];
}
