import {element} from "../../controls/element.js";
import {formatCount} from "../../controls/format.js";
import {setText} from "../../controls/set-text.js";
import {barTable} from "../../figures/bars/bar-table.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
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
    draw({spread, agreement, spreadFloor, agreementFloor}: Snapshot, noises: number) {
      setText(note, `Of ${10 * noises} pictures. Grey: as many real ones.`);
      const [variety, asked] = [spread.data[0]!, agreement.data[0]!];
      table.show([
        {
          bar: [0, Math.min(1, variety / mostSpread)],
          reference: band(spreadFloor.data, mostSpread),
          numbers: [variety.toFixed(1)],
        },
        {
          bar: [0, asked / 100],
          reference: band(agreementFloor.data, 100),
          numbers: [`${formatCount(asked)} %`],
        },
      ]);
    },
  };
}

function band(floor: Float32Array, most: number): readonly [number, number] {
  return [floor[0]! / most, floor[1]! / most];
}
