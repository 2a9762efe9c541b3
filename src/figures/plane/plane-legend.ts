import {element} from "../../controls/element.js";
import type {LegendEntry, PlaneLayer} from "./plane-layer.js";

/** The layers that have a name, each with a sample; undefined when there are none. Layers that are off leave their place empty. */
export function planeLegend<Data>(layers: readonly PlaneLayer<Data, never>[]) {
  const items = layers.flatMap(({legend, isOn}) => (legend ? [{item: itemOf(legend), isOn}] : []));
  if (items.length === 0) return undefined;
  return {
    element: element("ul", {class: "fig-plane-legend"}, ...items.map(({item}) => item)),
    show(data: Data) {
      for (const {item, isOn} of items) item.toggleAttribute("data-off", !(isOn?.(data) ?? true));
    },
  };
}

function itemOf({name, words, sample}: LegendEntry): HTMLElement {
  return element("li", {"data-layer": name}, sample(), words);
}

/** A mark as the plane has it, 26 by 10 pixels. */
export function markSample(path: string): HTMLElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 26 10");
  svg.setAttribute("aria-hidden", "true");
  const drawn = document.createElementNS(namespace, "path");
  drawn.setAttribute("d", path);
  svg.append(drawn);
  const holder = element("span", {class: "fig-plane-sample"});
  holder.append(svg);
  return holder;
}

/** The colours from `low` to `high`. */
export function shadeSample(low: string, high: string): HTMLElement {
  return element(
    "span",
    {class: "fig-opinion"},
    element("span", {}, low),
    element("span", {class: "fig-opinion-bar"}),
    element("span", {}, high),
  );
}
