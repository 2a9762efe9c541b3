import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {pictureStrip} from "../picture-canvas.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {picturePair} from "./picture-pair.js";

export interface PairChooserOptions {
  readonly label: string;
  /** Pairs to choose from. */
  readonly places: number;
  /** Picture pixels along each edge. */
  readonly side: number;
  /** What one pair is called: "face". */
  readonly noun: string;
}

/** Pictures and what was drawn of them, in the same order, [places, side, side, c] each. */
export interface PairChooserData {
  readonly pictures: ByteImages;
  readonly drawings: ByteImages;
  /** Letters on chosen pairs, by place. */
  readonly marks: Readonly<Record<number, string>>;
}

const scale = 3;

/** Each picture, framed as real, above its drawing, framed as generated: buttons. Its value is the place that was chosen last. Disable `choices` where none is to be made. */
export function pairChooser(
  options: PairChooserOptions,
): Figure<PairChooserData, number | undefined> & {readonly choices: HTMLFieldSetElement} {
  const {label, places, side, noun} = options;
  const pairs = Array.from({length: places}, (_, i) =>
    pairButton(`${noun} ${i + 1}`, side, () => choose(i)),
  );
  const group = element("div", {
    class: "fig-chooser-pairs",
    role: "group",
    "aria-label": label,
    tabindex: 0,
  });
  // Within the group, which can be moved by keys also while there is nothing to choose.
  const choices = element("fieldset", {class: "bare"}, ...pairs.map((pair) => pair.element));
  group.append(choices);
  const root = element("div", {class: "fig fig-chooser"}, group);
  const summarise = summarised(root, label);
  let data: PairChooserData | undefined;

  const redraw = redrawing(root, () => {
    const strips = data && [pictureStrip(data.pictures), pictureStrip(data.drawings)];
    for (const [i, pair] of pairs.entries()) pair.draw(strips, i);
  });
  const choose = (place: number) => {
    changeValue(self, place);
  };
  const self = figure<PairChooserData, number | undefined>(root, undefined, (next) => {
    for (const {shape} of [next.pictures, next.drawings])
      if (shape[0] !== places || shape[1] !== side || shape[2] !== side)
        throw new RangeError(`invalid pairs: [${shape}] ([${places},${side},${side},c])`);
    data = next;
    for (const [i, pair] of pairs.entries()) pair.mark(next.marks[i] ?? "");
    summarise(`${places} pictures, each above its drawing`);
    redraw();
  });
  return Object.assign(self, {choices});
}

function pairButton(name: string, side: number, onclick: () => void) {
  const pair = picturePair(side, scale);
  const mark = element("span", {class: "fig-chooser-mark"});
  const made = element(
    "button",
    {type: "button", "aria-pressed": "false", onclick},
    ...pair.canvases,
    mark,
  );
  made.setAttribute("aria-label", name);
  return {
    element: made,
    mark(letters: string) {
      setText(mark, letters);
      made.toggleAttribute("data-mark", letters !== "");
      made.setAttribute("aria-pressed", String(letters !== ""));
      made.setAttribute("aria-label", letters ? `${name}, ${letters}` : name);
    },
    draw: pair.draw,
  };
}
