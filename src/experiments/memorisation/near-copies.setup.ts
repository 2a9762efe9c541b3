/** Made pictures beside those that were learned from: which are near-copies, and of which. */
import {type ByteImages, imageSize, pick} from "../../lib/image.js";
import {nearCopyLimit, nearShare} from "../../lib/metrics/near-copies.js";
import {type Nearest, nearestPicture} from "../../lib/metrics/nearest.js";
import {shareBand} from "../shared/share-band.js";
import {kinds, repeatedCount} from "./learned-from.js";

export function nearCopies(learned: ByteImages, heldOut: ByteImages) {
  const nearestOf = (images: ByteImages): readonly Nearest[] => {
    const size = imageSize(images.shape);
    return Array.from({length: images.shape[0]}, (_, i) =>
      nearestPicture(images.data.subarray(i * size, (i + 1) * size), learned),
    );
  };
  const unseen = nearestOf(heldOut);
  const limit = nearCopyLimit(unseen.map(({distance}) => distance));
  const kindOf = ({index, distance}: Nearest) => {
    if (distance >= limit) return "new";
    return index < repeatedCount ? "copy of a repeated one" : "copy";
  };
  const repeatedUnseen = shareOf(unseen, (each) => kindOf(each) === "copy of a repeated one");
  return {
    /** Of each picture the nearest one, and its kind as a place in `kinds`. */
    compare(images: ByteImages) {
      const found = nearestOf(images);
      return {
        nearest: pick(
          learned,
          found.map(({index}) => index),
        ),
        kind: {
          data: Uint8Array.from(found, (each) => kinds.indexOf(kindOf(each))),
          shape: [found.length],
        },
      };
    },
    /** Per cent of `images`, with what held-out pictures score. */
    measure(images: ByteImages) {
      const found = nearestOf(images);
      const repeated = shareOf(found, (each) => kindOf(each) === "copy of a repeated one");
      return {
        copies: 100 * shareOf(found, (each) => kindOf(each) !== "new"),
        repeated: 100 * repeated,
        floors: {
          copies: shareBand(nearShare, found.length),
          repeated: shareBand(repeatedUnseen, found.length),
        },
      };
    },
  };
}

function shareOf<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.filter(holds).length / all.length;
}
