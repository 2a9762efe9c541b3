import {button, element} from "../controls/element.js";
import {samplesOfEach} from "./sample-pictures.js";

interface Offers {
  readonly onsamples: () => void;
  readonly ondraw: () => void;
}

/** What stands where pictures will lie, as long as there are none: what that will be, and two ways to begin at once. */
export function emptyTable({onsamples, ondraw}: Offers): HTMLElement {
  return element(
    "div",
    {class: "own-empty"},
    element("p", {class: "own-empty-title"}, "No pictures yet"),
    element(
      "p",
      {},
      "Here they will lie as a network sees them: 28 by 28 pixels in shades of grey, each with its label below it. None at hand? Take drawings that are made here, or draw some yourself.",
    ),
    element(
      "div",
      {class: "own-row"},
      button(`Try it with ${2 * samplesOfEach} drawings`, onsamples),
      button("Draw some myself", ondraw),
    ),
  );
}
