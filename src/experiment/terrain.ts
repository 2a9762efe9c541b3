/** A world without end, by a network that was trained before: the figure with its data. */
import {endlessTerrain} from "../figures/terrain/endless-terrain.js";
import {unpackBundle} from "../lib/bundle.js";
import {dequantise} from "../lib/models/quantised.js";
import {reliefNetwork} from "../lib/models/relief-network.js";
import {basePath} from "../storage/place.js";
import {pictureFile} from "./picture-file.js";

export async function terrainFigure(): Promise<HTMLElement> {
  const {header, arrays} = unpackBundle(await pictureFile("relief-network"));
  const {scales, base} = header as {readonly scales: readonly number[]; readonly base: number};
  return endlessTerrain({
    label: "A map of an endless world, to be walked with the arrow keys",
    network: reliefNetwork(dequantise(arrays)),
    scales,
    base,
    profilesAt: `${basePath}lessons/09-applications/marketing#now-you`,
  });
}
