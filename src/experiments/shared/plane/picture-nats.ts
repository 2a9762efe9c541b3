/** How little a decoder expected pictures, each by itself, from what it drew of them: for the interval of their mean. */
import {type Images, imageSize} from "../../../lib/image.js";

/** Away from black and from white, so that a pixel whose sigmoid was rounded to one of them has a logarithm. */
const leastChance = 1e-7;

/** Cross-entropy in nats of each of `images` [n, h, w, c] with its picture in `drawn`, whose pixels are chances of white; both in [-1, 1]. */
export function pictureNats(images: Images, drawn: Images): Float64Array {
  const size = imageSize(images.shape);
  const nats = new Float64Array(images.shape[0]);
  for (const [i, pixel] of images.data.entries()) {
    const x = (pixel + 1) / 2;
    const p = Math.min(1 - leastChance, Math.max(leastChance, (drawn.data[i]! + 1) / 2));
    nats[Math.floor(i / size)]! -= x * Math.log(p) + (1 - x) * Math.log1p(-p);
  }
  return nats;
}
