/**
 * Where the cells of a notebook run: a worker in a hidden frame that is sandboxed, so that it has an origin of its own without storage,
 * a policy without network, and, in browsers that can, a process of its own. The page asks for what it says, never the other way round.
 */
import {element} from "../controls/element.js";
import {inSlices} from "../experiment/in-slices.js";
import type {Said, ToCells} from "./exchange.js";

/** Why cells were stopped for good. `time`: they have not paused for `limitMs`. */
export type CellsEnding = "time" | "memory" | "flood" | "crash";

export interface NotebookFrame {
  send(message: ToCells, transfer?: Transferable[]): void;
  /** Ends the cells and everything they have. */
  remove(): void;
}

export interface FrameOptions {
  readonly url: string;
  readonly script: string;
  readonly onsaid: (said: Said) => void;
  /** Whether a cell computes without a pause, told at each change. */
  readonly onbusy: (isBusy: boolean) => void;
  readonly onend: (why: CellsEnding) => void;
}

const askEveryMs = 40;
/** After each message to the cells, so many of their answers come as soon as they are there. */
const quickAnswers = 8;
/** So long may cells go without a pause in which they could be heard. */
export const limitMs = 5_000;
/** So long may the frame itself say nothing; on a machine with much to do, a sound one has been silent for seconds. */
const silenceMs = 30_000;

export function notebookFrame({url, script, onsaid, onbusy, onend}: FrameOptions): NotebookFrame {
  const frame = element("iframe", {
    src: url,
    sandbox: "allow-scripts",
    credentialless: true, // or an isolated page would not let it in
    hidden: true,
    title: "The cells of the notebook",
  });
  const {port1, port2} = new MessageChannel();
  let busyTurns = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let quick = 0;
  let hearing = Promise.resolve();
  const remove = () => {
    isOver = true;
    clearTimeout(timer);
    port1.close();
    frame.remove();
  };
  const end = (why: CellsEnding) => {
    if (isOver) return;
    remove();
    onend(why);
  };
  // The frame has lost its process. Not every browser says so.
  port1.addEventListener("close", () => end("memory"));
  /** Turns are counted, not time: a page that sleeps accuses nobody. */
  const ask = () => {
    port1.postMessage({});
    timer = setTimeout(() => end("memory"), silenceMs);
  };
  /** In the order they come. Two hundred cells may speak at once, and the page must answer its reader meanwhile. */
  const hear = (said: readonly Said[]) => {
    hearing = hearing.then(() => inSlices(oneByOne(said, onsaid), () => {}));
    return hearing;
  };
  const takeTurn = (isBusy: boolean) => {
    clearTimeout(timer);
    const wasBusy = busyTurns > longTurns;
    busyTurns = isBusy ? busyTurns + 1 : 0;
    if (wasBusy !== busyTurns > longTurns) onbusy(!wasBusy);
  };
  port1.onmessage = async ({data}: MessageEvent<FromFrame>) => {
    if ("ended" in data) return end(data.ended === "flood" ? "flood" : "crash");
    const {said, isBusy} = data;
    if (isBusy !== undefined) takeTurn(isBusy);
    await hear(said);
    if (isOver) return;
    if (isBusy === undefined && --quick > 0) port1.postMessage({wants: true});
    if (isBusy === undefined) return;
    if (busyTurns > limitMs / askEveryMs) return end("time");
    timer = setTimeout(ask, askEveryMs);
  };
  frame.addEventListener("load", () => frame.contentWindow?.postMessage(script, "*", [port2]));
  document.body.append(frame);
  return {
    send(message, transfer = []) {
      quick = quickAnswers;
      port1.postMessage({message, transfer, wants: true}, transfer);
    },
    remove,
  };
}

function* oneByOne(all: readonly Said[], onsaid: (said: Said) => void): Generator<void> {
  for (const said of all) yield onsaid(said);
}

/** A cell that computes a second is worth a word. */
const longTurns = 1000 / askEveryMs;

type FromFrame =
  | {readonly ended: string}
  /** `isBusy` in answer to a turn; else it is said as soon as it was there. */
  | {readonly said: readonly Said[]; readonly isBusy?: boolean};
