import {element} from "../controls/element.js";
import {whenNear} from "../experiment/page-life.js";

/** The wheel of cases, whose code is fetched when it comes near the window. Room is kept for it. */
export function lateCaseWheel(): HTMLElement {
  const place = element("section", {class: "case-wheel-to-come"});
  whenNear(place, async () => {
    const {caseWheel} = await import("./case-wheel.js");
    place.replaceWith(caseWheel());
  });
  return place;
}
