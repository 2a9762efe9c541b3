import {button, element} from "../../controls/element.js";
import {type ParamControl, paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {defaultParams, type Params, type ParamTable} from "../../lib/params.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";

/** A picture of the lab, of any size: all are shown equally large. */
export interface LabTile {
  readonly image: ByteImages;
  readonly caption: string;
}

export interface PictureLabOptions<T extends ParamTable> {
  readonly label: string;
  /** What the tiles are. */
  readonly names: readonly string[];
  readonly dials: T;
  /** One for each name, for these dials and this draw of chance. */
  make(values: Params<T>, draw: number): readonly LabTile[];
  /** Of all tiles, in a sentence. */
  says(tiles: readonly LabTile[], values: Params<T>): string;
  /** A button that draws anew, where chance has a part. */
  readonly drawName?: string;
}

/** CSS pixels along an edge, at most. */
const edgePx = 192;
const leastColumns = 2;
const gapPx = 12;

/** A picture on its way through operations: side by side what it was, what was done, and what differs. Its value are the dials. */
export function pictureLab<T extends ParamTable>(
  options: PictureLabOptions<T>,
): Figure<Params<T>, Params<T>> {
  const {label, names, dials} = options;
  const tiles = names.map(tile);
  const words = element("p", {class: "fig-lab-words"});
  const controls = Object.entries(dials).map(([name, param]) => {
    const control = paramControl(name, param, {locked: false, isAtFigure: true}, (value) =>
      change({...self.value, [name]: value}),
    );
    return [name, control] as const;
  });
  const again = options.drawName && button(options.drawName, () => drawAgain());
  const root = element(
    "div",
    {class: "fig fig-lab"},
    element(
      "div",
      {class: "fig-lab-dials"},
      ...controls.map(([, {row}]) => row),
      again || undefined,
    ),
    element("div", {class: "fig-lab-tiles"}, ...tiles.map(({part}) => part)),
    words,
  );
  const summarise = summarised(root, label);
  let draw = 1;
  let made: readonly LabTile[] = [];

  const redraw = redrawing(root, (width) => {
    const columns = width >= names.length * (edgePx + gapPx) ? names.length : leastColumns;
    const edge = Math.min(edgePx, Math.floor((width - (columns - 1) * gapPx) / columns));
    root.style.setProperty("--lab-columns", String(columns));
    for (const [i, each] of tiles.entries()) each.draw(made[i], edge);
  });
  const show = () => {
    made = options.make(self.value, draw);
    for (const [i, each] of tiles.entries()) each.say(made[i]!.caption);
    setText(words, options.says(made, self.value));
    summarise(
      `${made.map(({caption}, i) => `${names[i]}: ${caption}`).join(". ")}. ${words.textContent}`,
    );
    redraw();
  };
  const change = (values: Params<T>) => {
    changeValue(self, values);
    show();
  };
  const drawAgain = () => {
    draw++;
    show();
  };
  const self = figure<Params<T>, Params<T>>(root, defaultParams(dials), (values) => {
    self.value = values;
    setAll(controls, values);
    show();
  });
  setAll(controls, self.value);
  show();
  return self;
}

function setAll(controls: readonly (readonly [string, ParamControl])[], values: Params): void {
  for (const [name, control] of controls) control.set(values[name]!);
}

function tile(name: string) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const told = element("span", {class: "fig-lab-told"});
  const caption = element("figcaption", {}, element("strong", {}, name), " ", told);
  return {
    part: element("figure", {class: "fig-lab-tile"}, canvas, caption),
    say: (text: string) => setText(told, text),
    draw(shown: LabTile | undefined, edge: number) {
      const ratio = devicePixelRatio;
      const size = Math.round(edge * ratio);
      const context = sizeCanvas(canvas, size, size, ratio);
      if (!shown) return;
      const [, h] = shown.image.shape;
      drawPicture(context, pictureStrip(shown.image), h, 0, 0, 0, size / h);
    },
  };
}
