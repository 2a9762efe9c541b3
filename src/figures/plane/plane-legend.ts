import {element} from "../../controls/element.js";

export const layerNames = ["field", "real", "generated", "gradients", "warp"] as const;
export type PlaneLayer = (typeof layerNames)[number];

const words: Readonly<Record<PlaneLayer, string>> = {
  real: "real points",
  generated: "generated points",
  field: "judge's opinion",
  gradients: "judge's push",
  warp: "the generator's grid",
};

const shapes: Readonly<Record<Exclude<PlaneLayer, "field">, string>> = {
  real: "M9,5a4,4,0,1,0,8,0a4,4,0,1,0,-8,0",
  generated: "M9,1l8,8M17,1l-8,8",
  gradients: "M2,5H23M18,1l6,4l-6,4",
  warp: "M2,1Q13,4,24,1M2,9Q13,5,24,9M3,0Q7,5,3,10M13,1V9M23,0Q19,5,23,10",
};

/** What the marks of the plane mean. Layers that are off leave their place empty. */
export function planeLegend() {
  const items = layerNames.map((name) =>
    element("li", {"data-layer": name}, sample(name), words[name]),
  );
  return {
    element: element("ul", {class: "fig-plane-legend"}, ...items),
    show(on: ReadonlySet<PlaneLayer>) {
      for (const [i, name] of layerNames.entries())
        items[i]!.toggleAttribute("data-off", !on.has(name));
    },
  };
}

function sample(name: PlaneLayer): HTMLElement {
  if (name === "field")
    return element(
      "span",
      {class: "fig-opinion"},
      element("span", {}, "generated"),
      element("span", {class: "fig-opinion-bar"}),
      element("span", {}, "real"),
    );
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 26 10");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapes[name]);
  svg.append(path);
  const holder = element("span", {class: "fig-plane-sample"});
  holder.append(svg);
  return holder;
}
