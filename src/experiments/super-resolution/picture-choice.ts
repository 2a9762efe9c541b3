import {button, element} from "../../controls/element.js";
import {pictureStrip} from "../../figures/picture-canvas.js";
import {pictureCell} from "../../figures/picture-cell.js";
import {redrawing} from "../../figures/redraw.js";
import type {ByteImages} from "../../lib/image.js";
import {photographSide, side} from "./experiment.js";
import {photographNames, shownCount, shownEmoji} from "./upscaler-params.js";

/** CSS pixels along an edge of each. */
const edge = 48;

export interface ChoiceData {
  readonly emoji: ByteImages;
  readonly photographs: ByteImages;
  readonly names: readonly string[];
  /** In decibel beyond bicubic, [15]. */
  readonly gains: ArrayLike<number>;
  /** From 1 on; undefined while another one is looked at. */
  readonly chosen: number | undefined;
  readonly isOpen: boolean;
}

/** Small pictures to choose one from. Those that bicubic enlarges better are marked. */
export function pictureChoice(onchoose: (picture: number) => void, ...more: HTMLElement[]) {
  const sides = Array.from({length: shownCount}, (_, i) =>
    i < shownEmoji ? side : photographSide,
  );
  const cells = sides.map((pixels) => pictureCell(pixels, pixels, edge / pixels));
  const plates = cells.map(({element: cell}, i) => {
    const plate = button("", () => onchoose(i + 1), `picture ${i + 1}`);
    plate.append(cell);
    return plate;
  });
  const root = element(
    "div",
    {class: "upscaler-choice", role: "group", "aria-label": "pictures to compare"},
    ...plates,
    ...more,
  );
  let data: ChoiceData | undefined;
  const redraw = redrawing(root, () => {
    if (!data) return;
    const [emoji, photographs] = [pictureStrip(data.emoji), pictureStrip(data.photographs)];
    for (const [i, cell] of cells.entries()) {
      if (i < shownEmoji) cell.draw(emoji, i, edge / side);
      else cell.draw(photographs, i - shownEmoji, edge / photographSide);
    }
  });
  return {
    element: root,
    update(next: ChoiceData) {
      data = next;
      const names = [...next.names, ...photographNames];
      for (const [i, plate] of plates.entries()) {
        const isWorse = next.gains[i]! < 0;
        const name = isWorse ? `${names[i]}: bicubic is better` : names[i]!;
        plate.setAttribute("aria-label", name);
        plate.title = name;
        plate.setAttribute("aria-pressed", String(next.chosen === i + 1));
        plate.toggleAttribute("data-worse", isWorse);
        plate.disabled = !next.isOpen;
      }
      redraw();
    },
  };
}
