import {button, element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {paramTable} from "../../lib/params.js";
import {Random} from "../../lib/random.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {player} from "../player.js";
import {redrawing} from "../redraw.js";
import {pictureRow} from "../sheet/picture-row.js";
import {summarised} from "../summary.js";
import {noisePlot} from "./noise-plot.js";
import {mixtureText, ratioText, strengthText} from "./noise-text.js";
import {mixtures, type StrengthsAt} from "./strengths.js";

export interface NoisePath {
  readonly name: string;
  readonly at: StrengthsAt;
}

/** A picture to be drowned in noise: grey or in colour, all of one side. */
export interface Drowned {
  readonly name: string;
  readonly image: ByteImages;
}

export interface NoiseScheduleOptions {
  readonly label: string;
  readonly pictures: readonly Drowned[];
  readonly paths: readonly NoisePath[];
}

/** The slider's places, and those times that stand side by side. */
const places = 50;
const shownTimes = [0, 0.25, 0.5, 0.75, 1];
const largeScale = 6;

/** Its value is the time as a place of the slider, 0 to 50, and the picture and path that are chosen. */
interface Shown {
  readonly place: number;
  readonly picture: number;
  readonly path: number;
}

/**
 * A picture destroyed by noise along several paths: at some times side by side, at the slider's time enlarged, with the strengths of
 * both as curves. The noise is the same everywhere.
 */
export function noiseSchedule({
  label,
  pictures,
  paths,
}: NoiseScheduleOptions): Figure<Shown, Shown> {
  const side = pictures[0]!.image.shape[1];
  const dials = paramTable({
    picture: choice(
      "Picture",
      pictures.map(({name}) => name),
      "What is destroyed.",
    ),
    path: choice(
      "Path",
      paths.map(({name}) => name),
      "The path of the large picture and of the curves.",
    ),
  });
  const control = (name: "picture" | "path") =>
    paramControl(name, dials[name], {locked: false, isAtFigure: true}, (value) =>
      change({...self.value, [name]: Number(value)}),
    );
  const controls = {picture: control("picture"), path: control("path")};
  const rows = paths.map(({name}) => {
    const row = pictureRow({
      label: `${name}, at five times`,
      role: "chance",
      scale: 2,
      empty: {count: shownTimes.length, side},
    });
    const head = element("p", {class: "fig-note"}, name);
    return {row, part: element("div", {class: "fig-noise-row"}, head, row)};
  });
  const large = pictureCell(side, side, largeScale, {role: "chance"});
  const words = element("figcaption", {});
  const plot = noisePlot({label: "strengths of picture and noise"});
  const time = player({
    label: "Time",
    nextLabel: "A little later",
    frameMs: 60,
    route: (place, last) => Array.from({length: last - place}, (_, i) => place + 1 + i),
    go: (place) => change({...self.value, place}),
  });
  const root = element(
    "div",
    {class: "fig fig-noise"},
    element(
      "div",
      {class: "fig-noise-dials"},
      controls.picture.row,
      controls.path.row,
      button("New noise", () => drawNoise(seed + 1)),
    ),
    element("div", {class: "fig-noise-rows"}, ...rows.map(({part}) => part)),
    element(
      "div",
      {class: "fig-noise-stage"},
      element("figure", {class: "fig-noise-large"}, large.element, words),
      element("div", {class: "fig-noise-plot"}, plot),
    ),
    element("div", {class: "fig-replay-controls"}, time.play, time.label, time.range),
  );
  const summarise = summarised(root, label);
  let seed = 0;
  let noise: Float32Array;
  let drawn = "";

  const redraw = redrawing(root, () => {
    const {picture, path, place} = self.value;
    large.draw(pictureStrip(mixedAt(picture, path, [place / places])), 0);
  });
  const mixedAt = (picture: number, path: number, times: readonly number[]) =>
    mixtures(pictures[picture]!.image, noise, times.map(paths[path]!.at));
  const drawRows = () => {
    const {picture} = self.value;
    if (drawn === `${[picture, seed]}`) return;
    drawn = `${[picture, seed]}`;
    for (const [i, {row}] of rows.entries())
      row.update({
        images: mixedAt(picture, i, shownTimes),
        captions: shownTimes.map((t) => strengthText(paths[i]!.at(t))),
        summary: `${pictures[picture]!.name}: ${shownTimes.map((t) => `at ${t} ${strengthText(paths[i]!.at(t))}`).join(", ")}`,
      });
  };
  const show = () => {
    const {place, picture, path} = self.value;
    const t = place / places;
    const strengths = paths[path]!.at(t);
    drawRows();
    setText(words, `${mixtureText(strengths)}; ${ratioText(strengths)}`);
    plot.update({at: paths[path]!.at, t});
    time.show(place, places, `t = ${t.toFixed(2)}`);
    summarise(
      `${pictures[picture]!.name}, ${paths[path]!.name}, t = ${t.toFixed(2)}: ${words.textContent}`,
    );
    redraw();
  };
  const drawNoise = (next: number) => {
    seed = next;
    noise = new Random(seed).normals(3 * side * side);
    show();
  };
  const change = (value: Shown) => {
    changeValue(self, value);
    show();
  };
  const set = (value: Shown) => {
    self.value = value;
    controls.picture.set(String(value.picture));
    controls.path.set(String(value.path));
  };
  const self = figure<Shown, Shown>(root, {place: places / 2, picture: 0, path: 0}, (value) => {
    set(value);
    show();
  });
  set(self.value);
  drawNoise(1);
  return self;
}

function choice(label: string, names: readonly string[], help: string) {
  const options = Object.fromEntries(names.map((name, i) => [String(i), name]));
  return {
    kind: "choice",
    label,
    default: "0",
    group: "view",
    place: "figure",
    options,
    help,
  } as const;
}
