import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Example} from "../../lib/descent/small-network.js";
import {told} from "./neuron-text.js";

/** The pictures that are learned from, to choose one: each with what is right and what the network answers. */
export function pictureChoice(count: number, choose: (picture: readonly number[]) => void) {
  const choices = Array.from({length: count}, () => pictureButton());
  choices.forEach(({button}, i) => {
    button.addEventListener("click", () => choose(examples[i]!.x));
  });
  let examples: readonly Example[] = [];
  return {
    element: element(
      "div",
      {class: "fig-neuron-pictures", role: "group", "aria-label": "pictures that it learns from"},
      ...choices.map(({button}) => button),
    ),
    show(all: readonly Example[], answers: readonly number[], chosen: readonly number[]) {
      examples = all;
      choices.forEach((choice, i) => {
        choice.show(all[i]!, answers[i]!, isSame(all[i]!.x, chosen));
      });
    },
  };
}

export function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.every((pixel, i) => Math.abs(pixel - b[i]!) < 1e-9);
}

/** Two pixels as they are, whatever the theme. */
export function pixelPair() {
  const pixels = [element("span"), element("span")];
  return {
    element: element("span", {class: "fig-neuron-pixels", "aria-hidden": "true"}, ...pixels),
    show(picture: readonly number[]) {
      pixels.forEach((pixel, i) => {
        const grey = Math.round(255 * picture[i]!);
        pixel.style.background = `rgb(${grey} ${grey} ${grey})`;
      });
    },
  };
}

function pictureButton() {
  const pixels = pixelPair();
  const right = element("b");
  const answer = element("span");
  const which = element("span", {class: "visually-hidden"});
  const between = element("span", {class: "visually-hidden"}, ", the answer for yes is ");
  const button = element("button", {type: "button"}, pixels.element, which, right, between, answer);
  return {
    button,
    show({x, target}: Example, yes: number, isChosen: boolean) {
      pixels.show(x);
      setText(right, target === 1 ? "yes" : "no");
      setText(answer, told(yes));
      button.setAttribute("aria-pressed", String(isChosen));
      setText(which, `left pixel ${told(x[0]!, 1)}, right pixel ${told(x[1]!, 1)}: right is `);
    },
  };
}
