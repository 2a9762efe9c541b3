/** The sheet of a flow: the same noise made into digits in few and in many steps. */
import {type ByteImages, toBytes} from "../../lib/image.js";
import {Random} from "../../lib/random.js";
import {side} from "../shared/digit-flow/digit-flow.js";
import {type Drawer, imagesOf, pictures} from "../shared/digit-flow/drawn-digits.setup.js";
import {columns, rowSteps} from "./experiment.js";

export interface RowsAsking {
  /** Of the network before reflow. */
  readonly guidance: number;
  readonly digits: string;
  readonly hand: number;
}

/** Row by row, [6 · 5, 14, 14, 1]. */
export async function rows(
  drawer: Drawer,
  guidance: number,
  {digits, hand}: Pick<RowsAsking, "digits" | "hand">,
): Promise<ByteImages> {
  const first = digits === "low" ? 0 : columns;
  const labels = Array.from({length: columns}, (_, i) => first + i);
  const chance = new Random(hand);
  const start = chance.fork("noise").normals(columns * side * side);
  const all = new Float32Array(rowSteps.length * start.length);
  for (const [row, steps] of rowSteps.entries()) {
    const asking = {sampler: "euler", steps, eta: 0, guidance};
    const {data} = await pictures(drawer, {start, labels, chance}, asking);
    all.set(data, row * start.length);
  }
  return toBytes(imagesOf(all));
}
