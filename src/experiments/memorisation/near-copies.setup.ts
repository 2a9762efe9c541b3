/** Made pictures beside those that were learned from: which are near-copies, and of which. */
import {type ByteImages, imageSize, pick} from "../../lib/image.js";
import {nearCopyLimit, nearShare} from "../../lib/metrics/near-copies.js";
import {type Nearest, nearestPicture} from "../../lib/metrics/nearest.js";
import {kinds, repeatedCount} from "./learned-from.js";

/** Two standard deviations of a share. */
const spreads = 2;

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
          copies: floorOf(nearShare, found.length),
          repeated: floorOf(repeatedUnseen, found.length),
        },
      };
    },
  };
}

function shareOf<T>(all: readonly T[], holds: (each: T) => boolean): number {
  return all.filter(holds).length / all.length;
}

/** Per cent between which about 95 of 100 such shares of `count` pictures lie. */
function floorOf(share: number, count: number) {
  const spread = spreads * Math.sqrt((share * (1 - share)) / count);
  return {low: 100 * Math.max(0, share - spread), high: 100 * (share + spread)};
}
