/** A filter that holds back one digit, in front of a generator and of people's own digits: the figure with its data. */
import {heldBack} from "../figures/provenance/held-back.js";
import {unpackBundle} from "../lib/bundle.js";
import {digits} from "../lib/datasets/digits.js";
import {imageDataset} from "../lib/datasets/image-dataset.js";
import {type ByteImages, firstPictures} from "../lib/image.js";
import {filterEye, filteredCount, madeCount, seenBy} from "./filter-looks.js";
import {type FilterWay, filterWays} from "./filter-ways.js";
import {inSlices} from "./in-slices.js";
import {pictureFile} from "./picture-file.js";

export async function heldBackFigure(): Promise<HTMLElement> {
  const [written, network, drawn] = await Promise.all(
    ["digits-test", "classifier-digits", "drawn-digits"].map(pictureFile),
  );
  const {images, labels} = imageDataset(digits, written!);
  const eye = filterEye(network!);
  const gan = unpackBundle(drawn!).arrays.gan as ByteImages;
  const people = firstPictures(images, filteredCount);
  const generated = firstPictures(gan, madeCount);
  return heldBack({
    label: "what a filter holds back",
    ways: filterWays,
    kinds: labels.slice(0, filteredCount),
    seen: (way, tell) => inSlices(seenBy(eye, {way: way as FilterWay, images: people}), tell),
    made: () => inSlices(seenBy(eye, {way: "written", images: generated}), () => {}),
  });
}
