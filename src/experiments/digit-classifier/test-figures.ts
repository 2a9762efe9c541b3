import {element} from "../../controls/element.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import {
  type MistakesSheetData,
  mistakesCanvas,
  mistakesSheet,
} from "../../figures/sheet/mistakes-sheet.js";
import {confusionMatrix} from "../../figures/tables/confusion-matrix.js";
import {shownOutputs} from "../shared/shown-set.js";
import {digitClassifier, outputs} from "./experiment.js";
import {mistakesOf, mistakesTitle, type TestArrays} from "./mistakes.js";

/** Mistakes shown at once. */
const places = 12;
const savedColumns = 6;

/** The confusion matrix and the worst mistakes, made anew when the data set and so the names change. */
export function testFigures() {
  const holders = {matrix: element("div", {}), sheet: element("div", {})};
  let dataset = "";
  let classNames: readonly string[] = [];
  let matrix: ReturnType<typeof confusionMatrix>;
  let sheet: ReturnType<typeof mistakesSheet>;
  let arrays: TestArrays | undefined;
  let shown: MistakesSheetData | undefined;

  const drawMistakes = () => {
    if (!arrays) return;
    const cell = matrix.value;
    const chosen = mistakesOf(arrays, cell);
    shown = {
      ...chosen,
      title: mistakesTitle(arrays, chosen.truths.length, places, classNames, cell),
    };
    sheet.update(shown);
  };
  const make = (name: string) => {
    dataset = name;
    classNames = shownOutputs(name, outputs);
    matrix = confusionMatrix({label: "what is taken for what", classNames});
    sheet = mistakesSheet({label: "worst mistakes", classNames, places});
    matrix.addEventListener("input", drawMistakes);
    holders.matrix.replaceChildren(matrix);
    holders.sheet.replaceChildren(sheet);
  };
  make(String(digitClassifier.params.dataset.default));
  return {
    ...holders,
    draw(next: TestArrays, {params}: RunRecord) {
      if (!next.confusion) return;
      if (dataset !== params.dataset) make(String(params.dataset));
      arrays = next;
      matrix.update({counts: next.confusion.data});
      drawMistakes();
    },
    saved: () => shown && mistakesCanvas(shown, classNames, savedColumns, places),
    /** The worst mistakes of any run, as a canvas. */
    sheetOf(of: TestArrays, {params}: RunRecord) {
      if (!of.mistakes) return undefined;
      const chosen = mistakesOf(of, undefined);
      const names = shownOutputs(String(params.dataset), outputs);
      const title = mistakesTitle(of, chosen.truths.length, places, names, undefined);
      return mistakesCanvas({...chosen, title}, names, savedColumns, places);
    },
  };
}
