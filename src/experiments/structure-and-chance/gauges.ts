import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {type BarRow, barTable} from "../../figures/bars/bar-table.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {type Counted, numbersIn} from "./counted-numbers.js";
import {mostSpread, type structureAndChance} from "./experiment.js";

type Snapshot = ExchangeOf<typeof structureAndChance>["snapshot"];

/** Variety and what is drawn as asked, each over the band of real digits. */
export function gauges() {
  const table = barTable({
    label: "Variety and what is as asked",
    role: "generated",
    names: ["variety", "as asked"],
  });
  const note = element("p", {class: "fig-note"});
  return {
    element: element("div", {class: "fig fig-bar-table structure-counts"}, table.element, note),
    draw(snapshot: Snapshot, noises: number) {
      setText(note, `Of ${10 * noises}. Grey: real ones. Line: interval of 95 %.`);
      const {variety, asked} = numbersIn(snapshot);
      table.show([
        rowOf(variety, snapshot.spreadFloor.data, mostSpread, variety.value.toFixed(1)),
        rowOf(asked, snapshot.agreementFloor.data, 100, `${formatCount(asked.value)} %`),
      ]);
    },
  };
}

function rowOf(
  {value, interval}: Counted,
  floor: Float32Array,
  most: number,
  words: string,
): BarRow {
  const at = (each: number) => Math.min(1, each / most);
  return {
    bar: [0, at(value)],
    reference: [at(floor[0]!), at(floor[1]!)],
    ...(interval && {whisker: [at(interval[0]), at(interval[1])]}),
    numbers: [words],
  };
}
