import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {Random} from "../../lib/random.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {redrawing} from "../redraw.js";
import {pictureRow} from "../sheet/picture-row.js";
import {summarised} from "../summary.js";
import {agreementText, disagree, labelsText, type ThreeLabels} from "./labelling-text.js";

export interface LabellingOptions {
  readonly label: string;
  readonly images: ByteImages; // [n, 28, 28, 1], n at least a sitting
  /** As the file has them, and as the network says, [n]. */
  readonly truth: readonly number[];
  readonly network: readonly number[];
  readonly random: Random;
}

const sitting = 20;
const side = 28;
const scale = 7;

/** Digits to be labelled, twenty a sitting; then how far reader, file and network agree. Its value are the labels of this sitting. */
export function labelling(options: LabellingOptions): Figure<readonly number[], readonly number[]> {
  const {label, images, truth, network, random} = options;
  const cell = pictureCell(side, side, scale, {role: "real"});
  const words = element("p", {class: "fig-labelling-words", role: "status"});
  const again = button("Twenty others", () => begin());
  const digits = Array.from({length: 10}, (_, digit) =>
    button(String(digit), () => answer(digit), `It is ${digit}`),
  );
  const keys = element(
    "div",
    {class: "fig-recognition-digits", role: "group", "aria-label": "Which digit is it?"},
    ...digits,
  );
  const lines = [0, 1, 2].map(() => element("p", {class: "fig-labelling-line"}));
  const row = pictureRow({
    label: "digits on which not all three agree",
    role: "real",
    scale: 2,
    empty: {count: 0, side},
  });
  const note = element("p", {class: "fig-note"});
  const root = element(
    "div",
    {class: "fig fig-labelling"},
    element("div", {class: "fig-labelling-trial"}, cell.element, keys, words, again),
    element("div", {class: "fig-labelling-results"}, ...lines, note, row),
  );
  const summarise = summarised(root, label);
  let order: readonly number[] = [];
  const strip = pictureStrip(images);
  const redraw = redrawing(root, () => {
    cell.draw(strip, order[Math.min(self.value.length, sitting - 1)]);
  });
  root.addEventListener("keydown", ({key}) => {
    const digit = /^[0-9]$/.test(key) ? digits[Number(key)] : undefined;
    if (digit && !digit.disabled) digit.click();
  });
  const begin = () => {
    order = [...random.permutation(images.shape[0]).subarray(0, sitting)];
    changeValue(self, []);
    show();
    digits[0]!.focus({preventScroll: true});
  };
  const answer = (digit: number) => {
    changeValue(self, [...self.value, digit]);
    show();
    if (self.value.length === sitting) again.focus({preventScroll: true});
  };
  const show = () => {
    const isOver = self.value.length === sitting;
    for (const each of digits) each.disabled = isOver;
    again.hidden = !isOver;
    setText(
      words,
      isOver
        ? "All twenty are labelled."
        : `Digit ${self.value.length + 1} of ${sitting}. Press a button or a key from 0 to 9; guess if you must.`,
    );
    tell(isOver);
    redraw();
  };
  const tell = (isOver: boolean) => {
    const labelled = order.map(
      (place, i): ThreeLabels => ({
        yours: self.value[i] ?? 0,
        truth: truth[place]!,
        network: network[place]!,
      }),
    );
    const said = isOver ? agreements(labelled) : ["", "", ""];
    for (const [i, line] of lines.entries()) setText(line, said[i]!);
    const split = labelled.flatMap((each, i) => (isOver && disagree(each) ? [i] : []));
    setText(
      note,
      isOver
        ? restText(split.length)
        : "How far you, the file and a network agree is told after the twentieth.",
    );
    row.hidden = split.length === 0;
    row.update({
      images: pick(
        images,
        split.map((i) => order[i]!),
      ),
      captions: split.map((i) => labelsText(labelled[i]!)),
      summary: split.map((i) => labelsText(labelled[i]!)).join("; "),
    });
    summarise(isOver ? said.join(". ") : words.textContent);
  };
  const self = figure<readonly number[], readonly number[]>(root, [], (labels) => {
    self.value = labels;
    show();
  });
  order = [...random.permutation(images.shape[0]).subarray(0, sitting)];
  show();
  return self;
}

function agreements(labelled: readonly ThreeLabels[]): string[] {
  const [yours, truth, network] = (["yours", "truth", "network"] as const).map((who) =>
    labelled.map((each) => each[who]),
  );
  return [
    agreementText("You and the file", yours!, truth!),
    agreementText("The network and the file", network!, truth!),
    agreementText("You and the network", yours!, network!),
  ];
}

function restText(split: number): string {
  if (split === 0) return "All three agree on all twenty.";
  return `Not all three agree on ${split} of them:`;
}
