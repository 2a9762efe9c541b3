import {element} from "../../controls/element.js";
import {captioned, figureTab, madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {isAtWork} from "../../experiment/run/at-work.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {shareBars, sharesOf} from "../../figures/bars/share-bars.js";
import {readyInspect, sampleGrid} from "../../figures/sheet/sample-grid.js";
import {faces, faceWords} from "../../lib/datasets/faces.js";
import type {ByteImages} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {columns, rows, vaeFaces} from "./experiment.js";
import {faceDesk, withControls} from "./face-desk.js";

const side = 32;
const paper = "#fff";

/** New faces, test faces with their reconstructions, strips of what the codes mean, what attributes change, curves and measures. */
export const vaeFacesView: MakeView<typeof vaeFaces> = (host) => {
  const family = sampleGrid({
    label: "new faces",
    role: "generated",
    columns,
    rows,
    side,
    onInspect: readyInspect(isAtWork(host.trainer), async (image) => {
      const {image: nearest, distance, labels} = await host.ask("nearest", {image});
      return {image: nearest, distance: distance.data[0]!, label: faceWords(labels.data)};
    }),
  });
  const desk = faceDesk(host);
  const made = madeCaption(vaeFaces.caption);
  const kept = keptFigure();
  const steps = overSteps(vaeFaces, {
    agreement: {
      name: "attribute by attribute",
      figure: captioned("The same, attribute by attribute.", kept.bars),
    },
  });
  const {strips, controls, films} = desk;
  let shown: ByteImages | undefined;

  return {
    picture: element("figure", {}, family, made.element),
    figures: [
      {
        title: "From A to B",
        figures: [
          {
            name: "test faces",
            figure: withControls(
              "Sixteen test faces, each above what the decoder draws of its code. Choose two: A and B.",
              element("div", {}, desk.note, desk.chooser),
              controls.end,
            ),
          },
          {
            name: "from A to B",
            figure: withControls(
              "From A to B on the straight line between their codes.",
              strips.walk,
              films.walk,
            ),
          },
        ],
      },
      figureTab(
        "One number",
        withControls(
          "One latent number of A from −3 to 3, the others as they are. They are ordered by what they tell.",
          strips.vary,
          controls.rank,
          films.vary,
        ),
      ),
      {
        title: "Add an attribute",
        figures: [
          {
            name: "face A",
            figure: withControls(
              "An attribute's vector added to A, more and more of it.",
              strips.shift,
              controls.add,
              controls.strength,
              films.shift,
            ),
          },
          {
            name: "many faces",
            figure: withControls(
              "What that does to many faces: how often the classifier sees another option than before. Only the attribute in bold was meant.",
              desk.changes,
            ),
          },
        ],
      },
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      if (!arrays.family) return;
      shown = arrays.family;
      family.update({images: shown});
      desk.draw(arrays, run);
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      steps.draw(run, compared, shownStep);
      kept.draw(run);
      desk.drawRun(run);
    },
    sheet: () => (shown ? sheetCanvas(shown, columns, {paper}) : undefined),
    sheetOf: ({arrays: {family: of}}) => of && sheetCanvas(of, columns, {paper}),
  };
};

/** How often each attribute is kept, with the classifier's own accuracy. */
function keptFigure() {
  const bars = shareBars({
    label: "attributes kept, one by one",
    role: "judge",
    names: faces.attributes.map(({label}) => label),
    referenceName: "the classifier's own accuracy on the originals (95 % interval)",
  });
  return {
    bars,
    draw({measurements}: RunRecord<ExchangeOf<typeof vaeFaces>["measured"]>) {
      const arrays = measurements.at(-1)?.arrays;
      if (!arrays?.kept) return bars.update({note: "Not measured yet."});
      const right = sharesOf(arrays.right.data);
      bars.update({
        rows: sharesOf(arrays.kept.data).map((share, a) => ({share, reference: right[a]!})),
        note: "Over all test faces, each with its 95 % interval.",
      });
    },
  };
}
