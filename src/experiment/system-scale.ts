/** How large the big systems are: the figure with its data. */
import {element} from "../controls/element.js";
import {scaleBars} from "../figures/bars/scale-bars.js";
import {countsOf} from "./big-systems.js";

/** Ten to this power is more than any of them has. */
const powers = 10;

export function systemScaleFigure(): HTMLElement {
  const part = (title: string, of: "weights" | "pictures") =>
    element(
      "div",
      {},
      element("p", {class: "fig-note"}, title),
      scaleBars({label: title, powers, rows: countsOf(of)}),
    );
  return element(
    "div",
    {class: "fig-scales"},
    part("Weights of the network that goes from noise to picture", "weights"),
    part("Pictures that it learned from", "pictures"),
  );
}
