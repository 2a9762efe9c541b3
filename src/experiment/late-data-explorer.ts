import {lateFigure} from "./late-figure.js";

/** Every set of pictures of the course, to leaf through. */
export function lateDataExplorer(): HTMLElement {
  return lateFigure("explorer", async () => {
    const {dataExplorerFigure} = await import("./data-explorer.js");
    return dataExplorerFigure();
  });
}
