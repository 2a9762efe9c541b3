import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {doubled} from "../../lib/doubled.js";
import {type ByteImages, halved, pick, toBytes, toFloats} from "../../lib/image.js";
import {latestAnswer} from "../latest-answer.js";
import {drawingPad} from "../paint/drawing-pad.js";
import {pictureRow} from "../sheet/picture-row.js";
import {tokenEraser} from "../tokens/token-eraser.js";

/** Pictures that come of one, each by another chance. */
export const changedCount = 4;

/** What is to be done to `picture` [196], and with which chance. */
export interface Change {
  readonly picture: Float32Array;
  readonly hand: number;
  /** Whose guesses are followed: one of `guessers`. */
  readonly by: string;
}

export interface PictureChangeOptions {
  readonly label: string;
  /** [n, 14, 14, 1] */
  readonly digits: ByteImages;
  /** Words for each, by name, in the order in which they are offered. */
  readonly guessers: Readonly<Record<string, string>>;
  /** Fills in where `known` [196] is 0; each step is taken `turns` times. [4, 14, 14, 1] */
  fill(change: Change & {readonly known: Uint8Array; readonly turns: number}): Promise<ByteImages>;
  /** Puts it into noise, with a strength from 0 to 1, and draws it anew. [4, 14, 14, 1] */
  anew(change: Change & {readonly strength: number}): Promise<ByteImages>;
}

const side = 14;
const patchesAcross = 7;
const lowerHalf = Array.from({length: patchesAcross ** 2}, (_, i) => i).slice(4 * patchesAcross);
const captions = Array.from({length: changedCount}, (_, i) => `${i + 1}`);

/** A digit, or one that the reader draws, whose erased patches are filled in and which is drawn anew out of some noise. */
export function pictureChange(options: PictureChangeOptions): HTMLElement {
  const {label, digits, guessers} = options;
  const eraser = tokenEraser("the digit", "patches");
  const pad = drawingPad({label: "Drawing pad"});
  const filled = pictures("the digit, filled in");
  const redrawn = pictures("the digit, drawn anew");
  const note = element("p", {class: "fig-note", role: "status"});
  const dials = changeDials(guessers, () => change());
  let number = Math.min(3, digits.shape[0] - 1);
  let hand = 1;
  let shown = toBytes(doubled(toFloats(pick(digits, [number]))));
  let erased: readonly number[] = lowerHalf;

  const asked = () => ({picture: halved(toFloats(shown)).data, hand, by: dials.by()});
  const answered =
    (row: typeof filled, done: string) => (_: undefined, answer: ByteImages | Error) => {
      if (answer instanceof Error) setText(note, answer.message);
      else row.update({images: answer, captions, summary: `${changedCount} pictures ${done}`});
    };
  const fill = latestAnswer(
    () => options.fill({...asked(), known: knownPixels(erased), turns: dials.turns()}),
    answered(filled, "filled in"),
  );
  const anew = latestAnswer(
    () => options.anew({...asked(), strength: dials.strength()}),
    answered(redrawn, "drawn anew"),
  );
  const change = () => {
    fill(undefined);
    anew(undefined);
  };
  const show = () => {
    eraser.update({picture: shown, erased, isFixed: false});
    setText(note, `${erased.length} of ${patchesAcross ** 2} patches are missing.`);
    change();
  };
  eraser.addEventListener("input", () => {
    erased = [...eraser.value];
    show();
  });
  pad.addEventListener("input", () => {
    if (pad.value) shown = toBytes({data: pad.value, shape: [1, 2 * side, 2 * side, 1]});
    show();
  });
  const another = button("Another digit", () => {
    number = (number + 1) % digits.shape[0];
    shown = toBytes(doubled(toFloats(pick(digits, [number]))));
    show();
  });
  const chance = button("Other chances", () => {
    hand += 1;
    change();
  });
  show();
  return element(
    "div",
    {class: "fig fig-change", role: "group", "aria-label": label},
    element(
      "div",
      {},
      eraser,
      element("div", {class: "fig-change-buttons"}, another, chance),
      element("details", {}, element("summary", {}, "Draw one yourself"), pad),
    ),
    element(
      "div",
      {class: "fig-change-results"},
      dials.guesser,
      element("p", {class: "fig-note"}, "filled in:"),
      filled,
      dials.turning,
      element("p", {class: "fig-note"}, "drawn anew, all of it:"),
      redrawn,
      dials.strengthening,
      note,
    ),
  );
}

/** 1 for each pixel that is in none of the patches `erased`, [196]. */
export function knownPixels(erased: Iterable<number>): Uint8Array {
  const missing = new Set(erased);
  return Uint8Array.from({length: side * side}, (_, i) => {
    const [row, column] = [Math.floor(i / side) >> 1, (i % side) >> 1];
    return missing.has(patchesAcross * row + column) ? 0 : 1;
  });
}

function changeDials(guessers: PictureChangeOptions["guessers"], onchange: () => void) {
  const by = element(
    "select",
    {id: uniqueId("fig-change"), onchange},
    ...Object.entries(guessers).map(([value, words]) => element("option", {value}, words)),
  );
  const turns = slider(1, 6, 1, 2, onchange);
  const strength = slider(0, 1, 0.05, 0.5, onchange);
  const labelled = (text: string, control: HTMLElement, ...told: HTMLElement[]) =>
    element(
      "div",
      {class: "fig-change-dial"},
      element("label", {for: control.id}, text),
      control,
      ...told,
    );
  return {
    guesser: labelled("Guesses of", by),
    turning: labelled("Turns of each step", turns.range, turns.told),
    strengthening: labelled("Strength of the noise", strength.range, strength.told),
    by: () => by.value,
    turns: () => Number(turns.range.value),
    strength: () => Number(strength.range.value),
  };
}

function slider(min: number, max: number, step: number, value: number, oninput: () => void) {
  const id = uniqueId("fig-change");
  const range = element("input", {type: "range", id, min, max, step, value});
  const told = element("output", {for: id}, String(value));
  range.addEventListener("input", () => {
    setText(told, range.value);
    oninput();
  });
  return {range, told};
}

function pictures(label: string) {
  return pictureRow({
    ...{label, role: "generated", scale: 4},
    empty: {count: changedCount, side},
  });
}
