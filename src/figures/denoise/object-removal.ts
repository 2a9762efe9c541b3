import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {doubled} from "../../lib/doubled.js";
import {type ByteImages, pick, toBytes, toFloats} from "../../lib/image.js";
import {latestAnswer} from "../latest-answer.js";
import {pictureRow} from "../sheet/picture-row.js";
import {tokenEraser} from "../tokens/token-eraser.js";
import {changedCount, knownPixels} from "./picture-change.js";

/** A digit with something before it, and as it was. */
export interface Scene {
  /** [1, 14, 14, 1] each. */
  readonly seen: ByteImages;
  readonly truth: ByteImages;
  /** Pixels of the object, from 0. */
  readonly object: readonly number[];
}

/** Pixels [196] of which some are missing, and which chance fills them in. */
interface Missing {
  readonly picture: Float32Array;
  readonly known: Uint8Array;
  readonly hand: number;
}

export interface ObjectRemovalOptions {
  readonly label: string;
  /** The object in words: "wire". */
  readonly object: string;
  readonly sceneOf: (number: number) => Scene;
  /** By a network, [4, 14, 14, 1]. */
  fill(missing: Missing): Promise<ByteImages>;
  /** As smoothly as can be, [1, 14, 14, 1]. */
  smooth(missing: Missing): ByteImages;
  /** The digit that a classifier reads in a picture [1, 28, 28, 1]. */
  read(picture: ByteImages): number;
}

const side = 14;
const patches = 49;

/** A digit behind an object: what the reader erases is filled in by a network and smoothly, each beside the truth. */
export function objectRemoval(options: ObjectRemovalOptions): HTMLElement {
  const {label, object, sceneOf} = options;
  const eraser = tokenEraser(`the digit behind a ${object}`, "patches");
  const filled = pictures("filled in by the network", changedCount);
  const others = pictures("filled in smoothly, and the truth", 2);
  const note = element("p", {class: "fig-note", role: "status"});
  let number = 0;
  let hand = 1;
  let scene = sceneOf(number);
  let erased = patchesOf(scene.object);

  const missing = (): Missing => ({
    ...{picture: toFloats(scene.seen).data, known: knownPixels(erased), hand},
  });
  const captionOf = (made: ByteImages, known: Uint8Array) =>
    `${offText(offBy(scene.truth, made, known))}, reads ${options.read(large(made))}`;
  const fill = latestAnswer(
    (asked: Missing) => options.fill(asked),
    ({known}, answer) => {
      if (answer instanceof Error) return setText(note, answer.message);
      const captions = Array.from({length: changedCount}, (_, i) =>
        captionOf(pick(answer, [i]), known),
      );
      filled.update({images: answer, captions, summary: captions.join("; ")});
    },
  );
  const change = () => {
    const asked = missing();
    const smooth = options.smooth(asked);
    const captions = [
      `smoothly: ${captionOf(smooth, asked.known)}`,
      `the truth, reads ${options.read(large(scene.truth))}`,
    ];
    const images = stacked(smooth, scene.truth);
    others.update({images, captions, summary: captions.join("; ")});
    setText(note, coverText(object, scene.object, asked.known));
    fill(asked);
  };
  const show = () => {
    eraser.update({picture: large(scene.seen), erased, isFixed: false});
    change();
  };
  eraser.addEventListener("input", () => {
    erased = [...eraser.value];
    change();
  });
  const another = button("Another digit", () => {
    number += 1;
    scene = sceneOf(number);
    erased = patchesOf(scene.object);
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
    element("div", {}, eraser, element("div", {class: "fig-change-buttons"}, another, chance)),
    element(
      "div",
      {class: "fig-change-results"},
      element("p", {class: "fig-note"}, "by the network, four times:"),
      filled,
      element("p", {class: "fig-note"}, "without a network, and as it was:"),
      others,
      note,
    ),
  );
}

/** Root of the mean squared difference of the missing pixels, black to white being 1; undefined where none is missing. */
export function offBy(truth: ByteImages, made: ByteImages, known: Uint8Array): number | undefined {
  const missing = [...known.keys()].filter((i) => known[i] === 0);
  if (missing.length === 0) return undefined;
  const sum = missing.reduce((sum, i) => sum + (truth.data[i]! - made.data[i]!) ** 2, 0);
  return Math.sqrt(sum / missing.length) / 255;
}

function offText(off: number | undefined): string {
  return off === undefined ? "nothing is missing" : `off by ${Math.round(100 * off)} %`;
}

/** "17 of 20 pixels of the wire are erased." */
function coverText(object: string, pixels: readonly number[], known: Uint8Array): string {
  const covered = pixels.filter((i) => known[i] === 0).length;
  const rest = covered < pixels.length ? " The others are taken for a part of the digit." : "";
  return `${covered} of ${pixels.length} pixels of the ${object} are erased.${rest}`;
}

/** The patches of two by two pixels that hold one of `pixels`. */
export function patchesOf(pixels: readonly number[]): readonly number[] {
  const holds = (patch: number) => {
    const known = knownPixels([patch]);
    return pixels.some((i) => known[i] === 0);
  };
  return Array.from({length: patches}, (_, patch) => patch).filter(holds);
}

function large(picture: ByteImages): ByteImages {
  return toBytes(doubled(toFloats(picture)));
}

function stacked(a: ByteImages, b: ByteImages): ByteImages {
  return {data: Uint8Array.from([...a.data, ...b.data]), shape: [2, side, side, 1]};
}

function pictures(label: string, count: number) {
  return pictureRow({...{label, role: "generated", scale: 4}, empty: {count, side}});
}
