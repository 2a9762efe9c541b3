import type {Params} from "../../lib/params.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {ownClass} from "./experiment.js";
import type {signParams} from "./sign-params.js";

type Snapshot = ExchangeOf<typeof ownClass>["snapshot"];

/** Bytes of a number in the adapter's file. */
const bytesEach = 4;

/** What stands over the three sheets: what was learned from, how large the change is, and what it is not to spoil. */
export function titlesOf(
  {drawings, sizes}: Pick<Snapshot, "drawings" | "sizes">,
  {strength}: Pick<Params<typeof signParams>, "strength">,
) {
  const [adapter, network] = [...sizes.data].map(kilobytes);
  return {
    drawings: `${drawings.shape[0]} drawings`,
    samples: `new ones: ${adapter} learned beside a network of ${network}, at strength ${strength}`,
    digits: "the same network, asked for digits",
  };
}

function kilobytes(numbers: number): string {
  const kB = (numbers * bytesEach) / 1000;
  return `${kB < 10 ? kB.toFixed(1) : Math.round(kB)} kB`;
}
