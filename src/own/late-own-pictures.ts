import {lateFigure} from "../experiment/late-figure.js";
import {pageLife} from "../experiment/page-life.js";

/** The desk for one's own pictures. */
export function lateOwnPictures(): HTMLElement {
  const place = lateFigure("own", async () => {
    const {ownDesk} = await import("./own-desk.js");
    return ownDesk(pageLife(place));
  });
  return place;
}
