import {FileAttachment} from "observablehq:stdlib";
import {styleSheet} from "../controls/style-sheet.js";
import {lateFigure} from "../experiment/late-figure.js";
import {pageLife} from "../experiment/page-life.js";

/** The desk for one's own pictures. */
export function lateOwnPictures(): HTMLElement {
  const place = lateFigure("own", async () => {
    const [{ownDesk}] = await Promise.all([
      import("./own-desk.js"),
      styleSheet(FileAttachment("./own.css").href),
    ]);
    return ownDesk(pageLife(place));
  });
  return place;
}
