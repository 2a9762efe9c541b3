import {element} from "../../controls/element.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {type Figure, figure} from "../figure.js";
import {redrawing} from "../redraw.js";
import {plate} from "./plate.js";

export interface PlateOptions {
  readonly role: Role;
  /** What stands under it until there is a picture. */
  readonly caption: string;
}

export interface PlatePicture {
  /** [1, h, w, c] */
  readonly image: ByteImages;
  readonly caption: string;
}

/** Some pictures enlarged side by side, each with its caption; their places stay when there is nothing to show. */
export function picturePlates(
  options: readonly PlateOptions[],
): Figure<readonly (PlatePicture | undefined)[]> {
  const plates = options.map(({role, caption}) => plate(role, caption));
  const root = element(
    "div",
    {class: "fig fig-inspector fig-plates"},
    ...plates.map(({element}) => element),
  );
  let shown: readonly (PlatePicture | undefined)[] = [];
  const redraw = redrawing(root, () => {
    for (const [i, {draw, clear}] of plates.entries()) {
      const image = shown[i]?.image;
      if (image) draw(image, 0);
      else clear();
    }
  });
  return figure<readonly (PlatePicture | undefined)[], undefined>(root, undefined, (next) => {
    shown = next;
    for (const [i, {say}] of plates.entries()) say(next[i]?.caption ?? options[i]!.caption);
    redraw();
  });
}
