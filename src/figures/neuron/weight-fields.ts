import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {WeightPlace} from "../../lib/descent/small-network.js";
import {inputName, neuronName, told, weightName} from "./neuron-text.js";

/** Weights that a field takes go from minus this to this. */
const most = 100;

/** A field for every weight, a row for each neuron, with the slope of the loss below. `change` is told what the reader writes into one. */
export function weightFields(change: (i: number, weight: number) => void) {
  const root = element("div", {class: "fig-neuron-weights"});
  let fields: ReturnType<typeof weightField>[] = [];
  return {
    element: root,
    lay(places: readonly WeightPlace[]) {
      const layers = places.at(-1)!.layer;
      fields = places.map((place, i) =>
        weightField(weightName(place, layers), inputName(place), (weight) => change(i, weight)),
      );
      root.replaceChildren(...rowsOf(places, layers, fields));
    },
    show(weights: readonly number[], slopes: readonly number[]) {
      fields.forEach((field, i) => {
        field.show(weights[i]!, slopes[i]!);
      });
    },
  };
}

function rowsOf(
  places: readonly WeightPlace[],
  layers: number,
  fields: readonly ReturnType<typeof weightField>[],
): HTMLElement[] {
  const names = places.map((place) => neuronName(place, layers));
  return [...new Set(names)].map((name) =>
    element(
      "div",
      {class: "fig-neuron-row", role: "group", "aria-label": name},
      element("span", {class: "fig-neuron-name"}, name),
      ...fields.filter((_, i) => names[i] === name).map(({row}) => row),
    ),
  );
}

function weightField(name: string, short: string, change: (weight: number) => void) {
  const slope = element("span", {class: "fig-neuron-slope"});
  const field = element("input", {
    type: "number",
    step: 0.1,
    min: -most,
    max: most,
    inputmode: "decimal",
    "aria-label": name,
    oninput: () => {
      const isLegal = Number.isFinite(field.valueAsNumber) && Math.abs(field.valueAsNumber) <= most;
      field.setAttribute("aria-invalid", String(!isLegal));
      if (isLegal) change(field.valueAsNumber);
      else setText(slope, `a number from −${most} to ${most}`);
    },
  });
  return {
    row: element("label", {class: "fig-neuron-field"}, element("span", {}, short), field, slope),
    show(weight: number, along: number) {
      const isWritten = field === document.activeElement && field.valueAsNumber === weight;
      if (!isWritten) field.value = String(Number(weight.toFixed(3)));
      field.removeAttribute("aria-invalid");
      setText(slope, `slope ${told(along, 3)}`);
    },
  };
}
