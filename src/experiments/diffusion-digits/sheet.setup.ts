/** The sheet of pictures on their way out of noise, by the sampling params. */
import {classCount} from "../../lib/models/classifier.js";
import {traceOf} from "../../lib/models/flow/sampling.js";
import {Random} from "../../lib/random.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {denoised} from "../shared/denoised.setup.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {
  type Asking,
  type Beginning,
  type Drawer,
  drawnSteps,
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
  return denoised(trace, [side, side, 1]);
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
