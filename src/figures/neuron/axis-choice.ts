import {element, uniqueId} from "../../controls/element.js";

/** Which two weights the loss surface lies over. `change` is told both; the same twice swaps them. */
export function axisChoice(change: (axes: readonly [number, number]) => void) {
  let axes: readonly [number, number] = [0, 1];
  const across = chooser("Across", (i) => change(i === axes[1] ? [i, axes[0]] : [i, axes[1]]));
  const up = chooser("Up", (i) => change(i === axes[0] ? [axes[1], i] : [axes[0], i]));
  return {
    element: element("div", {class: "fig-neuron-axes"}, across.element, up.element),
    lay(names: readonly string[]) {
      across.lay(names);
      up.lay(names);
    },
    show(next: readonly [number, number]) {
      axes = next;
      across.show(next[0]);
      up.show(next[1]);
    },
  };
}

function chooser(label: string, change: (i: number) => void) {
  const id = uniqueId("fig-neuron");
  const select = element("select", {id, onchange: () => change(Number(select.value))});
  return {
    element: element(
      "span",
      {class: "fig-neuron-axis-choice"},
      element("label", {for: id}, label),
      select,
    ),
    lay: (names: readonly string[]) =>
      select.replaceChildren(...names.map((name, i) => element("option", {value: i}, name))),
    show: (i: number) => {
      select.value = String(i);
    },
  };
}
