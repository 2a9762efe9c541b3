import {lateFigure} from "./late-figure.js";

/** A world without end, as soon as it is near. */
export function lateTerrain(): HTMLElement {
  return lateFigure("terrain", async () => {
    const {terrainFigure} = await import("./terrain.js");
    return terrainFigure();
  });
}
