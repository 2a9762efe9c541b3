import {element, uniqueId} from "../../controls/element.js";
import {descentNames} from "../../lib/descent/rules.js";
import type {Guess} from "./race-state.js";
import {guessWords} from "./race-words.js";

/** Who the reader says will arrive first, said before the race. */
export function guessChoice(choose: (guess: Guess | undefined) => void) {
  const id = uniqueId("fig-descent-guess");
  const guesses: readonly Guess[] = [...descentNames, "nobody"];
  const select = element(
    "select",
    {id, onchange: () => choose(guesses.find((each) => each === select.value))},
    element("option", {value: ""}, "say it first"),
    ...guesses.map((guess) => element("option", {value: guess}, guessWords(guess))),
  );
  return {
    element: element(
      "p",
      {class: "fig-descent-guess"},
      element("label", {for: id}, "Who arrives first?"),
      select,
    ),
    show(guess: Guess | undefined) {
      select.value = guess ?? "";
    },
  };
}
