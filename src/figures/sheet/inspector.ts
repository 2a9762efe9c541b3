import {element} from "../../controls/element.js";
import {formatNumber} from "../../controls/format.js";
import {type ByteImages, pick} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {latestAnswer} from "../latest-answer.js";
import {plate} from "./plate.js";

/** The training picture closest to an inspected one. */
export interface Nearest {
  readonly image: ByteImages;
  readonly distance: number;
  readonly label: string;
}

export interface Inspect {
  (index: number, image: ByteImages): Promise<Nearest>;
  /** Whether an answer is to be had at once: then the first picture's is there before anybody asks. */
  readonly isReady?: () => boolean;
}

/** `find`, which has an answer ready where `isReady` says so. */
export function readyInspect(
  isReady: () => boolean,
  find: (image: ByteImages) => Promise<Nearest>,
): Inspect {
  return Object.assign((_index: number, image: ByteImages) => find(image), {isReady});
}

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
  /** As `ask`, soon, but no sooner than `everyMs` after the last time. */
  askAgain(everyMs: number): void;
  /** As `ask`, soon, and the answer is spoken: the reader chose this picture. */
  askAloud(): void;
}

/** The reader has come to rest on a picture. */
export const restMs = 150;

interface InspectorOptions {
  readonly onInspect?: Inspect;
  readonly nearestName?: string;
  readonly named?: (index: number) => string;
}

export function inspector(
  role: Role,
  {onInspect, nearestName = "nearest training picture", named = numbered}: InspectorOptions,
): Inspector {
  const subject = plate(role, "enlarged");
  const nearest = plate("real", "");
  const panel = element("div", {class: "fig-inspector"}, subject.element);
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  if (onInspect) panel.append(nearest.element, spoken);
  let current: Subject | undefined;
  let aloud = -1;
  let answered = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueMs = Number.POSITIVE_INFINITY;
  let sentMs = Number.NEGATIVE_INFINITY;
  const send = latestAnswer(
    ({index, images}: Subject) => onInspect!(index, pick(images, [index])),
    (asked, answer) => {
      if (asked.index !== current?.index) return;
      const words = `${nearestName}: ${nearestText(answer)}`;
      answered = asked.index;
      nearest.say(words);
      if (answer instanceof Error) nearest.clear();
      else nearest.draw(answer.image, 0);
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
      sentMs = performance.now();
      if (current) send(current);
    }, delayMs);
  };
  return {
    element: panel,
    ask,
    askAgain: (everyMs) => ask(Math.max(restMs, sentMs + everyMs - performance.now())),
    askAloud() {
      aloud = current?.index ?? -1;
      ask(restMs);
    },
    show(index, images, score) {
      if (onInspect && index !== current?.index) {
        nearest.say("");
        nearest.clear();
      }
      current = {index, images};
      subject.say(subjectText(named(index), score));
      subject.draw(images, index);
      if (index !== answered && onInspect?.isReady?.()) ask(restMs);
    },
  };
}

function numbered(index: number): string {
  return `picture ${index + 1}`;
}

function subjectText(name: string, score: number | undefined): string {
  return score === undefined ? name : `${name}; the judge: ${score.toFixed(2)} real`;
}

function nearestText(answer: Nearest | Error): string {
  if (answer instanceof Error) return answer.message;
  return `${answer.label}, distance ${formatNumber(answer.distance)}`;
}
