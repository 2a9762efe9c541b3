import {cssColour} from "../../colour.js";
import type {Point} from "../../point.js";
import {toPixels} from "../plane-geometry.js";
import {type Ink, layer, type PlaneBrush, type PlaneLayer} from "../plane-layer.js";

export interface Letter extends Point {
  readonly text: string;
  readonly ink: Ink;
  readonly alpha?: number;
  /** Bold and underlined: not by its colour alone. */
  readonly isStray?: boolean;
}

export interface LetterLook {
  /** CSS pixels of the font. */
  readonly px: number;
  /** Default 400. */
  readonly weight?: number;
  /** A rim of paper around each. */
  readonly hasRim?: boolean;
}

/** A letter or two at each place. */
export function letters<Data>(
  of: (data: Data) => readonly Letter[],
  {px, weight = 400, hasRim = false}: LetterLook,
): PlaneLayer<Data> {
  return layer(of, (brush, shown) => {
    const {context, ratio} = brush;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const letter of shown) {
      context.font = `${letter.isStray ? 700 : weight} ${px * ratio}px sans-serif`;
      drawLetter(brush, letter, hasRim);
    }
  });
}

function drawLetter(brush: PlaneBrush, letter: Letter, hasRim: boolean): void {
  const {context, scale, ratio, colour} = brush;
  const {text, ink, alpha, isStray} = letter;
  const {x, y} = toPixels(scale, letter);
  if (hasRim) {
    context.lineJoin = "round";
    context.strokeStyle = cssColour(colour("--paper"), 0.9);
    context.lineWidth = 5 * ratio;
    context.strokeText(text, x, y);
  }
  context.fillStyle = cssColour(colour(ink), alpha);
  context.fillText(text, x, y);
  if (isStray) context.fillRect(x - 4 * ratio, y + 6 * ratio, 8 * ratio, ratio);
}
