import {element} from "../../controls/element.js";
import {paramControl} from "../../controls/param-control.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {defaultParams, type Params, type ParamTable} from "../../lib/params.js";
import {barTable} from "../bars/bar-table.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {pictureRow} from "../sheet/picture-row.js";
import {summarised} from "../summary.js";
import {keptText, type Readings, readText} from "./read-text.js";

/** Changed digits, and what a classifier reads in them. */
export interface ChangedDigits {
  readonly images: ByteImages; // one of each digit
  readonly read: readonly number[];
  /** What was done, in words. */
  readonly words: string;
}

export interface ChangedDigitsOptions<T extends ParamTable> {
  readonly label: string;
  readonly dials: T;
  /** At once: one of each digit. */
  change(values: Params<T>): ChangedDigits;
  /** A moment later: many of each. */
  count(values: Params<T>): Promise<Readings>;
}

/** Digits changed by dials: does the label still hold? Its value are the dials. */
export function changedDigits<T extends ParamTable>(
  options: ChangedDigitsOptions<T>,
): Figure<Params<T>, Params<T>> {
  const {label, dials} = options;
  const controls = Object.entries(dials).map(([name, param]) => {
    const control = paramControl(name, param, {locked: false, isAtFigure: true}, (value) => {
      changeValue(self, {...self.value, [name]: value});
      show();
    });
    return [name, control] as const;
  });
  const row = pictureRow({
    label: "changed digits",
    role: "real",
    scale: 2,
    empty: {count: 10, side: 28},
  });
  const done = element("p", {class: "fig-note"});
  const table = barTable({
    label: "still read as what they were",
    role: "judge",
    names: Array.from({length: 10}, (_, digit) => String(digit)),
  });
  const words = element("p", {class: "fig-lab-words", role: "status"});
  const root = element(
    "div",
    {class: "fig fig-changed"},
    element("div", {class: "fig-lab-dials"}, ...controls.map(([, {row}]) => row)),
    done,
    row,
    element("div", {class: "fig-bar-table"}, table.element),
    words,
  );
  const summarise = summarised(root, label);
  const show = () => {
    const asked = self.value;
    const {images, read, words: said} = options.change(asked);
    const captions = read.map((each, digit) => readText(digit, each));
    setText(
      done,
      `${said}. What the classifier reads in one of each digit, and how often in twenty of each:`,
    );
    row.update({images, captions, summary: captions.join("; ")});
    void options.count(asked).then((readings) => {
      if (asked !== self.value) return;
      const {kept, each} = readings;
      table.show(kept.map((count) => ({bar: [0, count / each], numbers: [`${count} of ${each}`]})));
      setText(words, keptText(readings));
      summarise(`${said}. ${words.textContent} ${captions.join("; ")}`);
    });
  };
  const self = figure<Params<T>, Params<T>>(root, defaultParams(dials), (values) => {
    self.value = values;
    for (const [name, control] of controls) control.set(values[name]!);
    show();
  });
  self.update(self.value);
  return self;
}
