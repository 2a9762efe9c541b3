import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type FormulaOptions, formulaLines, told} from "./neuron-text.js";
import {pixelPair} from "./picture-choice.js";

/** What the network makes of one picture, neuron by neuron, with its numbers. */
export function formulaList() {
  const pixels = pixelPair();
  const words = element("span");
  const list = element("dl", {class: "fig-neuron-formula"});
  let lines: {name: HTMLElement; text: HTMLElement}[] = [];
  return {
    element: element(
      "div",
      {class: "fig-neuron-told"},
      element("p", {class: "fig-neuron-picture"}, pixels.element, words),
      list,
    ),
    show(picture: readonly number[], options: FormulaOptions) {
      const said = formulaLines(options);
      if (lines.length !== said.length) {
        lines = said.map(() => ({name: element("dt"), text: element("dd")}));
        list.replaceChildren(...lines.flatMap(({name, text}) => [name, text]));
      }
      pixels.show(picture);
      setText(words, `left pixel ${told(picture[0]!)}, right pixel ${told(picture[1]!)}`);
      said.forEach(({name, text}, i) => {
        setText(lines[i]!.name, name);
        setText(lines[i]!.text, text);
      });
    },
  };
}
