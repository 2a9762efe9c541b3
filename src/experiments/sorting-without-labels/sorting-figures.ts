import {element} from "../../controls/element.js";
import {switches} from "../../controls/switches.js";
import {paramsNow, type RunRecord} from "../../experiment/run/run-record.js";
import {clusterPlane} from "../../figures/plane/cluster-plane.js";
import {clusterSheet} from "../../figures/sheet/cluster-sheet.js";
import {contingencyFigure} from "../../figures/tables/contingency-table.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {shownSet} from "../shared/shown-set.js";
import type {sortingWithoutLabels} from "./experiment.js";

type Arrays = ExchangeOf<typeof sortingWithoutLabels>["snapshot"];

type Marks = "pictures" | "letters";

/** The plane, the clusters and the labels, which are hidden until the reader asks for them. All made anew for other names or
 * another number of clusters. */
export function sortingFigures() {
  const places = {
    plane: element("div", {class: "sorting-plane"}),
    sheet: element("div", {}),
    table: element("div", {}),
  };
  let made: ReturnType<typeof makeFigures> | undefined;
  let drawn: {readonly arrays: Arrays; readonly run: RunRecord} | undefined;
  let marks: Marks = "pictures";
  let revealed = false;

  const redraw = () => {
    if (!drawn) return;
    const {arrays, run} = drawn;
    const {dataset, features} = paramsNow(run, run.step);
    const count = arrays.means.shape[0];
    if (made?.key !== `${dataset} ${count}`)
      made = makeFigures(String(dataset), count, places, redraw);
    made.update(arrays, {marks, revealed, bordered: features === "codes"});
  };
  const reveal = (isOn: boolean) => {
    revealed = isOn;
    redraw();
  };
  const write = (isOn: boolean) => {
    marks = isOn ? "letters" : "pictures";
    redraw();
  };
  const controls = switches(
    "Show",
    {text: "reveal the labels", onchange: reveal},
    {text: "letters instead of pictures", onchange: write},
  );
  return {
    ...places,
    controls,
    draw(arrays: Arrays, run: RunRecord) {
      if (!arrays.codes) return;
      drawn = {arrays, run};
      redraw();
    },
    canvas: () => places.plane.querySelector("canvas") ?? undefined,
  };
}

interface Shown {
  readonly marks: Marks;
  readonly revealed: boolean;
  readonly bordered: boolean;
}

function makeFigures(
  dataset: string,
  count: number,
  places: Readonly<Record<"plane" | "sheet" | "table", HTMLElement>>,
  onchoose: () => void,
) {
  const {classNames} = shownSet(dataset);
  const plane = clusterPlane({label: "the plane", classNames});
  const sheet = clusterSheet({label: "mean picture of each cluster", classNames, count});
  const table = contingencyFigure({label: "clusters against labels", classNames, count});
  places.plane.replaceChildren(plane);
  places.sheet.replaceChildren(sheet);
  places.table.replaceChildren(table);
  sheet.addEventListener("input", onchoose);
  return {
    key: `${dataset} ${count}`,
    update(arrays: Arrays, {marks, revealed, bordered}: Shown) {
      const sorted = {clusters: arrays.clusters.data, labels: arrays.labels.data, revealed};
      plane.update({
        ...sorted,
        points: arrays.codes.data,
        pictures: arrays.pictures,
        count,
        marks,
        bordered,
        chosen: sheet.value,
      });
      sheet.update({...sorted, means: arrays.means});
      table.update(sorted);
    },
  };
}
