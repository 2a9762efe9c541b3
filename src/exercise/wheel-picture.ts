import {svgElement} from "../controls/svg-element.js";
import type {CaseState} from "./learning-cases.js";

const radius = 92;

/** A wheel of `count` numbered sectors with a mark at the top, for the eye only. */
export function wheelPicture(count: number) {
  const svg = svgElement("svg", {
    viewBox: "-110 -116 220 226",
    class: "wheel-picture",
    "aria-hidden": "true",
  });
  const disc = add(svg, "g", {class: "wheel-disc"});
  const sectors = Array.from({length: count}, (_, i) => sector(disc, i, count));
  add(svg, "path", {class: "wheel-mark", d: "M-8,-114H8L0,-98Z"});
  let turned = 0;
  return {
    element: svg,
    /** Brings sector `at` to the top, the short way round. */
    show(at: number, states: readonly CaseState[]) {
      const wanted = (-360 * at) / count;
      turned += ((((wanted - turned + 180) % 360) + 360) % 360) - 180;
      disc.style.transform = `rotate(${turned}deg)`;
      for (const [i, part] of sectors.entries()) {
        part.dataset.state = states[i];
        part.toggleAttribute("data-chosen", i === at);
      }
    },
  };
}

function sector(parent: SVGElement, i: number, count: number): SVGElement {
  const group = add(parent, "g", {class: "wheel-sector"});
  const half = Math.PI / count;
  const middle = (2 * Math.PI * i) / count - Math.PI / 2;
  const at = (angle: number, r: number) => `${r * Math.cos(angle)},${r * Math.sin(angle)}`;
  const edge = `M0,0L${at(middle - half, radius)}A${radius},${radius} 0 0 1 ${at(middle + half, radius)}Z`;
  add(group, "path", {d: edge});
  const degrees = (360 * i) / count;
  const label = add(group, "text", {
    y: -70,
    transform: `rotate(${degrees})`,
    "text-anchor": "middle",
  });
  label.textContent = String(i + 1);
  return group;
}

function add(
  parent: SVGElement,
  tag: keyof SVGElementTagNameMap,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const made = svgElement(tag, attributes);
  parent.append(made);
  return made;
}
