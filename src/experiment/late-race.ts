import {element} from "../controls/element.js";
import {whenNear} from "./page-life.js";

/** The race of the two estimators, whose code is fetched when it comes near the window. Room is kept for it. */
export function lateRace(): HTMLElement {
  const place = element("section", {class: "race-to-come"});
  whenNear(place, async () => {
    const {estimatorRace} = await import("../figures/estimators/estimator-race.js");
    place.append(estimatorRace({label: "two estimates of a gradient"}));
  });
  return place;
}
