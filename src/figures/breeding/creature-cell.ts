import {button} from "../../controls/element.js";
import type {Creature, Genome} from "../../lib/breeding.js";
import type {ByteImages} from "../../lib/image.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";

const side = 32;
const pictures = new WeakMap<Genome, HTMLCanvasElement>();

/** The picture of a genome, drawn once. */
export function pictureOf(
  {genome}: Creature,
  draw: (genome: Genome) => ByteImages,
): HTMLCanvasElement {
  const known = pictures.get(genome) ?? pictureStrip(draw(genome));
  pictures.set(genome, known);
  return known;
}

/** A button with a creature's picture, pressed while it is taken. */
export function creatureCell(draw: (genome: Genome) => ByteImages, onclick: () => void) {
  const cell = pictureCell(side, side, 2, {role: "generated"});
  const plate = button("", onclick);
  plate.append(cell.element);
  let shown: Creature | undefined;
  let scale = 2;
  const redraw = () => cell.draw(shown && pictureOf(shown, draw), shown && 0, scale);
  return {
    element: plate,
    show(creature: Creature, isTaken: boolean) {
      plate.setAttribute("aria-pressed", String(isTaken));
      plate.setAttribute("aria-label", `face, ${creature.how}`);
      if (creature === shown) return;
      shown = creature;
      redraw();
    },
    draw(next: number) {
      scale = next;
      redraw();
    },
  };
}
