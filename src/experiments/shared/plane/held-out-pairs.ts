import {captioned} from "../../../experiment/panels/captions.js";
import {picturePairs} from "../../../figures/sheet/picture-pairs.js";
import type {PlaneSnapshot} from "./plane-exchange.js";

/** Ten held-out pictures, each above what the model draws of its code. */
export function heldOutPairs() {
  const pairs = picturePairs({label: "held-out pictures and their drawings", places: 10});
  const words = "Pictures that it never learned from, and what it draws of their codes.";
  return {
    figure: captioned(words, pairs, "full"),
    draw({pictures, drawings}: PlaneSnapshot) {
      if (!pictures || !drawings) return;
      pairs.update({pictures, drawings});
    },
  };
}
