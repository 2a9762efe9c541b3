import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {pick} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {latestAnswer} from "../latest-answer.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";

/** The training picture closest to an inspected one. */
export interface Nearest {
  readonly image: ByteImages;
  readonly distance: number;
  readonly label: string;
}

export type Inspect = (index: number, image: ByteImages) => Promise<Nearest>;

interface Subject {
  readonly index: number;
  readonly images: ByteImages;
}

/** Beside a sheet: one picture enlarged and, when the caller can tell, the nearest training picture. */
export interface Inspector {
  readonly element: HTMLElement;
  /** Enlarges picture `index`. */
  show(index: number, images: ByteImages, score: number | undefined): void;
  /** Asks for the nearest training picture of what is shown in `delayMs`, or sooner if that was promised before. */
  ask(delayMs: number): void;
  /** As `ask`, soon, and the answer is spoken: the reader chose this picture. */
  askAloud(): void;
}

const shownCssPx = 140;
/** The reader has come to rest on a picture. */
export const restMs = 150;

export function inspector(role: Role, onInspect: Inspect | undefined): Inspector {
  const subject = plate(role, "enlarged");
  const nearest = plate("real", "nearest training picture");
  const panel = element("div", {class: "fig-inspector"}, subject.element);
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  if (onInspect) panel.append(nearest.element, spoken);
  let current: Subject | undefined;
  let aloud = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  const send = latestAnswer(
    ({index, images}: Subject) => onInspect!(index, pick(images, [index])),
    (asked, answer) => {
      if (asked.index !== current?.index) return;
      const words = nearestText(answer);
      if (answer instanceof Error) nearest.clear(words);
      else nearest.draw(answer.image, 0, words);
      if (asked.index === aloud) spoken.textContent = words;
      aloud = -1;
    },
  );
  const ask = (delayMs: number) => {
    if (!onInspect || performance.now() + delayMs >= dueMs) return;
    clearTimeout(timer);
    dueMs = performance.now() + delayMs;
    timer = setTimeout(() => {
      dueMs = Number.POSITIVE_INFINITY;
      if (current) send(current);
    }, delayMs);
  };
  return {
    element: panel,
    ask,
    askAloud() {
      aloud = current?.index ?? -1;
      ask(restMs);
    },
    show(index, images, score) {
      if (onInspect && index !== current?.index) nearest.clear("nearest training picture");
      current = {index, images};
      subject.draw(images, index, subjectText(index, score));
    },
  };
}

function subjectText(index: number, score: number | undefined): string {
  const name = `picture ${index + 1}`;
  return score === undefined ? name : `${name}; the judge: ${score.toFixed(2)} real`;
}

function nearestText(answer: Nearest | Error): string {
  if (answer instanceof Error) return `nearest training picture: ${answer.message}`;
  return `nearest training picture: ${answer.label}, distance ${formatNumber(answer.distance)}`;
}

/** One framed picture with its caption, in room that is kept from the start. */
function plate(role: Role, caption: string) {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const text = element("figcaption", {}, caption);
  const frame = element("div", {class: "fig-plate-frame"}, canvas);
  const figure = element("figure", {class: "fig-plate", "data-role": role}, frame, text);
  return {
    element: figure,
    clear(words: string) {
      setText(text, words);
      canvas.getContext("2d")!.clearRect(0, 0, canvas.width, canvas.height);
    },
    draw(images: ByteImages, index: number, words: string) {
      setText(text, words);
      const [, h, w] = images.shape;
      const ratio = devicePixelRatio;
      const scale = Math.max(1, Math.floor((shownCssPx * ratio) / Math.max(h, w)));
      const context = sizeCanvas(canvas, w * scale, h * scale, ratio);
      drawPicture(context, pictureStrip(pick(images, [index])), h, 0, 0, 0, scale);
    },
  };
}
