import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, imageSize, pick} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import {breathe} from "../breathe.js";
import {pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {player} from "../player.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {denoisingRun, type LaneFrame, type Way} from "./denoising-run.js";
import {farnessText, heldOutText} from "./denoising-text.js";

export interface FirstPictureOptions {
  readonly label: string;
  /** Grey pictures of one size: those that were learned from, and real ones beside them. */
  readonly training: ByteImages;
  readonly heldOut: ByteImages;
  /** Picture number `seed`: what was asked for, and the way to it. */
  readonly asked: (seed: number) => {readonly words: string; readonly way: Way};
  readonly steps: number;
}

const parts = {
  noisy: {role: "chance", words: "On its way"},
  guess: {role: "generated", words: "What the network expects"},
  nearest: {role: "real", words: "Nearest that it has seen"},
} as const;

type Part = keyof typeof parts;

const names = Object.keys(parts) as readonly Part[];
/** CSS pixels per picture pixel; the style sheet makes them fewer where there is no room. */
const scale = 12;

/** One picture out of noise, as soon as it is seen, and beside it the nearest of those that were learned from. */
export function firstPicture(options: FirstPictureOptions): HTMLElement {
  const {label, training, heldOut, steps} = options;
  const cells = cellsOf(training.shape);
  const way = player({
    label: "Step",
    nextLabel: "Next step",
    frameMs: 150,
    route: (place, last) => Array.from({length: last - place}, (_, i) => place + 1 + i),
    go: (place) => show(place),
  });
  const where = element("output", {class: "fig-first-where", for: way.range.id});
  const found = element("p", {class: "fig-first-found"});
  const another = button("Another one", () => {
    void start(seed + 1);
    show(0);
    way.begin();
  });
  const root = element(
    "div",
    {class: "fig fig-first"},
    element("div", {class: "fig-first-pictures"}, ...names.map((name) => cells[name].element)),
    element("div", {class: "fig-first-controls"}, another, way.play),
    element("div", {class: "fig-first-controls"}, way.label, way.range, where),
    found,
    element("p", {class: "fig-note"}, heldOutText(heldOut, training)),
  );
  const summarise = summarised(root, label);
  let frames: LaneFrame[] = [];
  let [seed, wanted, words] = [1, 0, ""];
  const redraw = redrawing(root, () => {
    const frame = frames[Math.min(wanted, frames.length - 1)];
    if (!frame) return;
    const {noisy, guess, nearest} = frame;
    const pictures = {noisy, guess, nearest: pick(training, nearest)};
    for (const name of names) cells[name].draw(pictureStrip(pictures[name]), 0);
  });
  const show = (place: number) => {
    wanted = place;
    const frame = frames[Math.min(place, frames.length - 1)];
    const step = `${place} of ${steps}`;
    way.show(place, steps, step);
    setText(where, step);
    if (!frame) return;
    const far = farnessText(frame.distances[0]!, words, place === steps);
    setText(found, far);
    summarise(`${step}. ${far}`);
    redraw();
  };
  const start = async (next: number) => {
    seed = next;
    const own: LaneFrame[] = [];
    frames = own;
    const asked = options.asked(seed);
    words = asked.words;
    const noise = [new Random(seed).normals(imageSize(training.shape))];
    for await (const [frame] of denoisingRun({training, ways: [asked.way], noise, breathe})) {
      if (frames !== own) return;
      own.push(frame!);
      if (own.length - 1 <= wanted || own.length === 1) show(wanted);
    }
  };
  void start(seed);
  onceSeen(root, way.begin);
  return root;
}

function cellsOf([, height, width]: ByteImages["shape"]) {
  const cellOf = (name: Part) => {
    const {role, words} = parts[name];
    const {element: canvas, draw} = pictureCell(width, height, scale, {role});
    const caption = element("figcaption", {}, words);
    return {element: element("figure", {}, canvas, caption), draw};
  };
  return {noisy: cellOf("noisy"), guess: cellOf("guess"), nearest: cellOf("nearest")};
}

/** Calls `work` when `root` is first in the window. */
function onceSeen(root: HTMLElement, work: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({isIntersecting}) => isIntersecting)) return;
    observer.disconnect();
    work();
  });
  observer.observe(root);
}
