/** Ways in which a picture can come to a filter. People still read what is drawn; none of the filter's weights has learned from such pictures. */
import type {ByteImages} from "../lib/image.js";
import {rotated} from "../lib/pipeline/augment.js";
import {gaussianBlur} from "../lib/pipeline/gaussian-blur.js";
import {bytesOf, mapped, type Raster, rasterOf} from "../lib/pipeline/raster.js";
import {withNormalNoise} from "../lib/pipeline/spoil.js";
import type {Random} from "../lib/random.js";

type Change = (raster: Raster, random: Random) => Raster;

const changes = {
  written: (raster) => raster,
  slanted: (raster) => rotated(raster, 20),
  blurred: (raster) => gaussianBlur(raster, 1),
  noisy: (raster, random) => withNormalNoise(raster, 0.3, random),
  pale: (raster) => mapped(raster, (value) => 0.4 * value),
  swapped: (raster) => mapped(raster, (value) => 1 - value),
} satisfies Record<string, Change>;

export type FilterWay = keyof typeof changes;

export const filterWays: Readonly<Record<FilterWay, string>> = {
  written: "as they were written",
  slanted: "turned by 20 degrees",
  blurred: "a little blurred",
  noisy: "in noise",
  pale: "pale",
  swapped: "black on white",
};

/** Picture `place` of `images` as it comes by this way; the noise of each place is its own. */
export function cameBy(
  way: FilterWay,
  images: ByteImages,
  place: number,
  random: Random,
): ByteImages {
  return bytesOf(changes[way](rasterOf(images, place), random.fork(`picture ${place}`)));
}
