import {element, uniqueId} from "../../controls/element.js";
import type {NamedFigure} from "../view.js";

/** The figures of one tab: beside each other where there is room, otherwise one, which the reader chooses by its name. */
export function figureCards(figures: readonly NamedFigure[]): HTMLElement {
  const place = element("div", {class: "figures"}, ...figures.map(({figure}) => figure));
  if (figures.length < 2) return place;
  const id = uniqueId("card");
  const choice = element("select", {id, onchange: () => show()});
  const show = () => {
    for (const {name, figure} of figures)
      figure.toggleAttribute("data-chosen", name === choice.value);
  };
  const offer = () => {
    const kept = choice.value;
    const names = figures.filter(({figure}) => !figure.hidden).map(({name}) => name);
    choice.replaceChildren(...names.map((name) => element("option", {}, name)));
    if (names.includes(kept)) choice.value = kept;
    show();
  };
  // A view hides what says nothing of the present run.
  const watch = new MutationObserver(offer);
  for (const {figure} of figures) watch.observe(figure, {attributeFilter: ["hidden"]});
  offer();
  return element(
    "div",
    {class: "cards"},
    element("div", {class: "cards-choice"}, element("label", {for: id}, "Figure"), choice),
    place,
  );
}
