/** The sheet of pictures on their way out of noise, by the sampling params. */
import {toBytes} from "../../lib/image.js";
import {classCount} from "../../lib/models/classifier.js";
import {traceOf} from "../../lib/models/flow/sampling.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {
  type Asking,
  type Beginning,
  type Drawer,
  drawnSteps,
  imagesOf,
} from "../shared/digit-flow/drawn-digits.setup.js";
import {type diffusionDigits, sheetCount} from "./experiment.js";

export interface SheetAsking extends Asking {
  readonly digit: string;
  readonly hand: number;
}

/** The sheet, and how it came about. */
export async function sheet(
  drawer: Drawer,
  asking: SheetAsking,
): Promise<ExchangeOf<typeof diffusionDigits>["snapshot"]> {
  const trace = await traceOf(drawnSteps(drawer, sheetBeginning(asking), asking));
  const all = (part: "x" | "clean") => toBytes(imagesOf(joined(trace.map((step) => step[part]))));
  return {samples: toBytes(imagesOf(trace.at(-1)!.x)), noisy: all("x"), clean: all("clean")};
}

/** The same noise for the same hand, whatever is asked for. */
function sheetBeginning({digit, hand}: SheetAsking): Beginning {
  const labels = Array.from({length: sheetCount}, (_, i) => {
    if (digit === "none") return undefined;
    return digit === "all" ? i % classCount : Number(digit);
  });
  const random = new Random(hand);
  const start = random.fork("noise").normals(sheetCount * side * side);
  return {start, labels, chance: random.fork("chance")};
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
