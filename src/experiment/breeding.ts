/** Faces to breed, drawn by a decoder that was trained before: the figure with its data. */
import {breeding} from "../figures/breeding/breeding.js";
import {unpackBundle} from "../lib/bundle.js";
import {toBytes} from "../lib/image.js";
import {plainDecoder} from "../lib/models/plain-decoder.js";
import {dequantise} from "../lib/models/quantised.js";
import {pictureFile} from "./picture-file.js";

/** What an address calls a genome. */
const name = "genome";

export async function breedingFigure(): Promise<HTMLElement> {
  const decoder = plainDecoder(dequantise(unpackBundle(await pictureFile("decoder-faces")).arrays));
  return breeding({
    label: "faces to breed",
    size: decoder.codeSize,
    draw: (genome) => toBytes(decoder.draw(genome)),
    shared: new URLSearchParams(location.search).get(name) ?? undefined,
    linkTo(text) {
      const address = new URL(location.href);
      address.searchParams.set(name, text);
      address.hash = "";
      return address.href;
    },
  });
}
