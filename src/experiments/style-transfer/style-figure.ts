/** The picture that is made, beside it the pictures that it is made of, and the Gram matrices of all three. */
import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type Figure, figure} from "../../figures/figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../../figures/picture-canvas.js";
import {redrawing} from "../../figures/redraw.js";
import {summarised} from "../../figures/summary.js";
import type {NdArray} from "../../lib/array.js";
import type {ByteImages} from "../../lib/image.js";
import {gramPictures, shownPictures} from "./experiment.js";
import {gramDistance, gramsInGrey} from "./gram-grey.js";

export interface StyleFigureData {
  /** [4, s, s, 3], as `shownPictures` says. */
  readonly pictures: ByteImages;
  /** [3, c, c], as `gramPictures` says. */
  readonly grams: NdArray<Float32Array>;
}

/** CSS pixels of the large picture and of the others. */
const edges = {wide: {large: 384, small: 80}, narrow: {large: 192, small: 64}} as const;
/** From this width on; view.css has it, too. */
const roomy = 656;
const words = {
  content: "content",
  style: "style",
  recoloured: "recoloured",
  made: "made",
} as const;

export function styleFigure(layer: HTMLElement): Figure<StyleFigureData> {
  const large = canvas("style-made");
  const given = (["content", "style", "recoloured"] as const).map((name) => plate(words[name]));
  const grams = gramPictures.map((name) => plate(words[name]));
  const told = element("p", {class: "style-told"});
  const root = element(
    "div",
    {class: "fig style-figure"},
    large,
    element("div", {class: "style-row style-given"}, ...given.map((each) => each.element)),
    element(
      "div",
      {class: "style-grams"},
      element("p", {class: "style-head"}, "Gram matrices"),
      element("div", {class: "style-row"}, ...grams.map((each) => each.element)),
      told,
      layer,
    ),
  );
  const summarise = summarised(root, "the picture that is made, what it is made of, Gram matrices");
  let data: StyleFigureData | undefined;
  const redraw = redrawing(root, (room) => {
    if (!data) return;
    const strip = pictureStrip(data.pictures);
    const matrices = pictureStrip(gramsInGrey(data.grams));
    const {large: edge, small} = room < roomy ? edges.narrow : edges.wide;
    drawAt(large, strip, shownPictures.indexOf("made"), edge);
    for (const [i, {drawn}] of given.entries()) drawAt(drawn, strip, i, small);
    for (const [i, {drawn}] of grams.entries()) drawAt(drawn, matrices, i, small);
  });
  return figure<StyleFigureData, undefined>(root, undefined, (next) => {
    data = next;
    const [before, now] = (["content", "made"] as const).map((name) =>
      percent(gramDistance(next.grams, gramPictures.indexOf(name))),
    );
    const said = `Distance from the style’s: content ${before}, made ${now}.`;
    setText(told, said);
    summarise(said);
    redraw();
  });
}

function canvas(name: string): HTMLCanvasElement {
  return element("canvas", {class: `fig-pixels ${name}`, "aria-hidden": "true"});
}

function plate(title: string) {
  const drawn = canvas("style-plate");
  return {
    drawn,
    element: element("div", {}, drawn, element("span", {}, title)),
  };
}

/** Picture `index` of a strip of squares, `edge` CSS pixels wide. */
function drawAt(drawn: HTMLCanvasElement, strip: HTMLCanvasElement, index: number, edge: number) {
  const size = Math.round(edge * devicePixelRatio);
  const context = sizeCanvas(drawn, size, size, devicePixelRatio);
  drawPicture(context, strip, strip.width, index, 0, 0, size / strip.width);
}

function percent(share: number): string {
  const value = 100 * share;
  return `${value < 1 ? value.toFixed(2) : value.toFixed(0)} %`;
}
