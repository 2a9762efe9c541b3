import {button, element, uniqueId} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, firstPictures, pick} from "../../lib/image.js";
import type {LinearCode} from "../../lib/provenance/linear-code.js";
import {watermarkScores, withWatermark} from "../../lib/provenance/watermark.js";
import {type AttackName, alarmLimit, attacks} from "../../lib/provenance/watermark-trial.js";
import {breathe} from "../breathe.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {attackTable} from "./attack-table.js";
import {type PlottedScores, scorePlot, scorePlotHeight} from "./score-plot.js";
import {perCentText, shownText} from "./watermark-text.js";

export interface WatermarkOptions {
  readonly label: string;
  /** Pictures of 28 by 28 pixels by name, at least 400 of each. */
  readonly sets: Readonly<
    Record<string, {readonly words: string; images(): Promise<WatermarkSet>}>
  >;
}

export interface WatermarkSet {
  /** Unmarked ones set the limit; the first `markedCount` of them are marked. */
  readonly images: ByteImages;
  /** From which pictures are drawn anew. */
  readonly code: LinearCode;
}

/** Pictures that are marked and looked for. */
export const markedCount = 200;
/** CSS pixels per picture pixel; the style sheet makes them fewer where there is no room. */
const scale = 6;
const shownPictures = {
  before: {role: "real", words: "unmarked"},
  marked: {role: "generated", words: "marked"},
  added: {role: "chance", words: "what was added, × 8"},
  after: {role: "generated", words: "what is searched"},
} as const;
type Shown = keyof typeof shownPictures;
const shownNames = Object.keys(shownPictures) as readonly Shown[];

/** A mark that a key puts into pictures, how surely it is found again, and what takes it away: measured at once, in this page. */
export function watermark({label, sets}: WatermarkOptions): HTMLElement {
  const cells = cellsOf();
  const plot = scorePlot();
  const place = element("div", {class: "fig-plot"});
  place.append(plot.svg);
  place.style.height = `${scorePlotHeight}px`;
  const told = element("p", {class: "fig-mark-told", role: "status"});
  const alarms = element("p", {class: "fig-note"});
  const table = attackTable((name) => {
    attack = name;
    show();
  });
  const dials = dialsOf(sets, () => void measure());
  let attack: AttackName = "none";
  let [key, number] = [7, 3];
  let set: WatermarkSet | undefined;
  let unmarked: Float64Array = new Float64Array(0);
  let limit = 0;
  let scores: Partial<Record<AttackName, Float64Array>> = {};
  let round = 0;

  const another = button("Another picture", () => {
    number = (number + 1) % markedCount;
    show();
  });
  const anotherKey = button("Another key", () => {
    key += 1;
    void measure();
  });
  const root = element(
    "div",
    {class: "fig fig-mark"},
    element(
      "div",
      {class: "fig-mark-left"},
      element(
        "div",
        {class: "fig-mark-pictures"},
        ...shownNames.map((name) => cells[name].element),
      ),
      told,
      element("div", {class: "fig-mark-dials"}, ...dials.rows),
      element("div", {class: "fig-mark-buttons"}, another, anotherKey),
    ),
    element(
      "div",
      {class: "fig-mark-right"},
      element(
        "p",
        {class: "fig-note"},
        "Scores of ",
        element("span", {class: "chance"}, "unmarked pictures (grey)"),
        " and of ",
        element("span", {class: "generated"}, "marked ones (line)"),
      ),
      place,
      alarms,
      table.element,
    ),
  );
  const summarise = summarised(root, label);
  const redraw = redrawing(root, () => {
    const marked = scores[attack];
    if (marked) plot.draw(plotted(marked), place.clientWidth);
  });
  const plotted = (marked: Float64Array): PlottedScores => ({
    ...{unmarked, marked, limit},
    shown: marked[number]!,
  });
  const mark = () => ({key, ...dials.values()});

  const show = () => {
    table.choose(attack);
    const marked = scores[attack];
    if (!set || !marked) return;
    const before = pick(set.images, [number]);
    const with1 = withWatermark(before, mark());
    const images = {
      ...{before, marked: with1, added: differenceOf(before, with1)},
      after: attacks[attack].after(with1, set.code),
    };
    for (const name of shownNames) cells[name].draw(pictureStrip(images[name]), 0);
    const words = shownText(marked[number]!, limit);
    setText(told, words);
    summarise(words);
    redraw();
  };
  const measure = async () => {
    round += 1;
    const own = round;
    const isOld = () => own !== round || !root.isConnected;
    const chosen = await sets[dials.set()]!.images();
    if (own !== round) return;
    set = chosen;
    unmarked = watermarkScores(set.images, mark());
    limit = alarmLimit(unmarked);
    const above = unmarked.filter((score) => score > limit).length;
    const changed = withWatermark(firstPictures(set.images, markedCount), mark());
    setText(
      alarms,
      `False alarms: ${above} of ${formatCount(unmarked.length)} unmarked pictures, ${perCentText(above / unmarked.length)}.`,
    );
    scores = {};
    for (const name of Object.keys(attacks) as AttackName[]) {
      await breathe();
      if (isOld()) return;
      scores[name] = watermarkScores(attacks[name].after(changed, set.code), mark());
      table.show(name, scores[name], limit);
      if (name === attack || name === "none") show();
    }
  };
  table.choose(attack);
  void measure();
  return root;
}

/** Grey where nothing was added. */
export function differenceOf(before: ByteImages, after: ByteImages): ByteImages {
  const data = before.data.map((value, i) =>
    Math.max(0, Math.min(255, 128 + 8 * (after.data[i]! - value))),
  );
  return {data, shape: before.shape};
}

function cellsOf() {
  const cellOf = (name: Shown) => {
    const {role, words} = shownPictures[name];
    const {element: canvas, draw} = pictureCell(28, 28, scale, {role});
    return {
      element: element("figure", {}, canvas, element("figcaption", {}, words)),
      draw,
    };
  };
  return Object.fromEntries(shownNames.map((name) => [name, cellOf(name)])) as Record<
    Shown,
    ReturnType<typeof cellOf>
  >;
}

function dialsOf(sets: WatermarkOptions["sets"], onchange: () => void) {
  const choice = (options: Readonly<Record<string, string>>) =>
    element(
      "select",
      {id: uniqueId("fig-mark"), onchange},
      ...Object.entries(options).map(([value, words]) => element("option", {value}, words)),
    );
  const pictures = choice(
    Object.fromEntries(Object.entries(sets).map(([name, {words}]) => [name, words])),
  );
  const grain = choice({1: "1 pixel", 2: "2 by 2 pixels", 4: "4 by 4 pixels"});
  const levels = element("output", {}, "8 grey levels");
  const strength = element("input", {
    ...{type: "range", id: uniqueId("fig-mark"), min: 1, max: 16, step: 1, value: 8},
    oninput: () => {
      setText(levels, `${strength.value} grey levels`);
      onchange();
    },
  });
  const row = (words: string, control: HTMLElement, ...more: HTMLElement[]) =>
    element("div", {}, element("label", {for: control.id}, words), control, ...more);
  return {
    rows: [row("Strength", strength, levels), row("Grain", grain), row("Pictures", pictures)],
    set: () => pictures.value,
    values: () => ({strength: Number(strength.value), grain: Number(grain.value)}),
  };
}
