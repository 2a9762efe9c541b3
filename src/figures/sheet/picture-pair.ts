import {pictureCell} from "../picture-cell.js";

/** A picture, framed as real, and what was drawn of it, framed as generated: canvases of `side` pixels, `scale` CSS pixels each. */
export function picturePair(side: number, scale: number, className?: string) {
  const cells = (["real", "generated"] as const).map((role) =>
    pictureCell(side, side, scale, {role, ...(className && {class: className})}),
  );
  return {
    canvases: cells.map(({element}) => element),
    /** Pair `index` of two strips; without either, empty frames. */
    draw(strips: readonly HTMLCanvasElement[] | undefined, index: number | undefined) {
      for (const [i, cell] of cells.entries()) cell.draw(strips?.[i], index);
    },
  };
}
