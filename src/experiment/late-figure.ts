import {element} from "../controls/element.js";
import {whenNear} from "./page-life.js";

/** A figure whose code and files are fetched when it comes near the window. Room is kept for it, by the class `<name>-to-come`. */
export function lateFigure(name: string, make: () => Promise<HTMLElement>): HTMLElement {
  const place = element("section", {class: `${name}-to-come`});
  whenNear(place, async () => {
    try {
      place.append(await make());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const sorry = `This figure could not be loaded (${reason}). Reload the page and try again.`;
      place.replaceChildren(element("p", {role: "alert"}, sorry));
    }
  });
  return place;
}
