import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {canvasSide, endsOf} from "../../lib/strokes.js";
import type {Role} from "../../lib/training/experiment.js";
import {cssColour, themeColour} from "../colour.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";

/** A stroke that may come next, and how probable it is. */
export interface Likely {
  readonly action: number;
  readonly chance: number;
}

const scale = 7;

/** A canvas of a painter with a caption: ink, and over it the strokes that may come. */
export function replayPanel(name: string, role: Role) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const caption = element("figcaption", {}, name);
  const holder = element("figure", {class: "fig-replay-panel", "data-role": role}, canvas, caption);
  return {
    element: holder,
    say: (words: string) => {
      setText(caption, words);
    },
    /** `ink` [28 · 28], and over it the strokes that may come, the more probable the stronger. */
    draw(ink: Float32Array, likely?: readonly Likely[]) {
      const ratio = devicePixelRatio;
      const pixel = Math.max(1, Math.round(scale * ratio));
      const context = sizeCanvas(canvas, canvasSide * pixel, canvasSide * pixel, ratio);
      const brightness = likely ? 110 : 255;
      const data = Uint8Array.from(ink, (value) => Math.round(brightness * value));
      const strip = pictureStrip({data, shape: [1, canvasSide, canvasSide, 1]});
      drawPicture(context, strip, canvasSide, 0, 0, 0, pixel);
      canvas.style.width = canvas.style.height = "";
      if (likely) drawLikely(context, likely, pixel, cssColour(themeColour(holder, "--role")));
    },
  };
}

/** The surest last, on top. */
function drawLikely(
  context: CanvasRenderingContext2D,
  likely: readonly Likely[],
  pixel: number,
  colour: string,
): void {
  const most = likely[0]?.chance ?? 1;
  context.strokeStyle = colour;
  context.lineCap = "round";
  for (const {action, chance} of likely.toReversed()) {
    const [x0, y0, x1, y1] = endsOf(action).map((v) => v * pixel) as [
      number,
      number,
      number,
      number,
    ];
    context.globalAlpha = 0.1 + 0.9 * (chance / most);
    context.lineWidth = pixel * (0.4 + 1.2 * (chance / most));
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
  }
  context.globalAlpha = 1;
}
