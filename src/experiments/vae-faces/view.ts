import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, curvesFigure, measureFigure} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {originWords} from "../../experiment/run/origin-words.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {shareBars, sharesOf} from "../../figures/bars/share-bars.js";
import {sampleGrid} from "../../figures/sheet/sample-grid.js";
import {faces, faceWords} from "../../lib/datasets/faces.js";
import type {ByteImages} from "../../lib/image.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {vaeFaces} from "./experiment.js";
import {faceDesk, withControls} from "./face-desk.js";

const side = 32;
const columns = 8;
const rows = 5;
const paper = "#fff";

/** New faces, test faces with their reconstructions, strips of what the codes mean, what attributes change, curves and measures. */
export const vaeFacesView: MakeView<typeof vaeFaces> = (host) => {
  const spec: Experiment = vaeFaces;
  const family = sampleGrid({
    label: "new faces",
    role: "generated",
    columns,
    rows,
    side,
    onInspect: async (_index, image) => {
      const {image: nearest, distance, labels} = await host.ask("nearest", {image});
      return {image: nearest, distance: distance.data[0]!, label: faceWords(labels.data)};
    },
  });
  const desk = faceDesk(host);
  const caption = element("figcaption", {class: "how-made"});
  const terms = curvesFigure(spec, ["reconstruction"], {label: "reconstruction, nats"});
  const kl = curvesFigure(spec, ["kl"], {label: "KL divergence, nats"});
  const elbo = curvesFigure(spec, ["elbo"], {label: "ELBO, nats"});
  const agreement = measureFigure(spec, "agreement", {
    floorLabel: "the classifier's own accuracy on the originals",
    role: "judge",
  });
  const distance = measureFigure(spec, "frechet", {
    floorLabel: "two sets of drawn faces differ by this much",
    log: true,
  });
  const error = measureFigure(spec, "error", {
    floorLabel: "always drawing the mean face errs by this much",
  });
  const kept = keptFigure();
  const {strips, controls, films} = desk;
  const overSteps = [terms, kl, elbo, agreement, distance, error];
  let shown: ByteImages | undefined;

  return {
    figures: [
      element("figure", {class: "full"}, family, caption),
      withControls(
        "Sixteen test faces, each above what the decoder draws of its code. Choose two: A and B.",
        element("div", {}, desk.note, desk.chooser),
        controls.end,
      ),
      withControls(
        "From A to B on the straight line between their codes.",
        strips.walk,
        films.walk,
      ),
      withControls(
        "One latent number of A from −3 to 3, the others as they are. They are ordered by what they tell.",
        strips.vary,
        controls.rank,
        films.vary,
      ),
      withControls(
        "An attribute's vector added to A, more and more of it.",
        strips.shift,
        controls.option,
        controls.strength,
        films.shift,
      ),
      withControls(
        "What that does to many faces: how often the classifier sees another option than before. Only the attribute in bold was meant.",
        desk.changes,
      ),
      captioned("Attributes kept from face to reconstruction.", agreement.figure),
      captioned("The same, attribute by attribute.", kept.bars),
      captioned("Distance between drawn and new faces.", distance.figure),
      captioned("How far reconstructions are from their faces.", error.figure),
      captioned("How improbable the decoder finds the faces.", terms.figure),
      captioned("What the codes tell of their faces.", kl.figure),
      captioned("ELBO: minus the one, minus the other.", elbo.figure),
    ],
    drawSnapshot({step, arrays}, run) {
      if (!arrays.family) return;
      shown = arrays.family;
      family.update({images: shown});
      desk.draw(arrays);
      setText(caption, howMade(step, run));
    },
    drawRun(run, compared, shownStep) {
      for (const part of overSteps) part.draw(run, compared, shownStep);
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

/** How the faces on the sheet came about. */
function howMade(step: number, run: RunRecord): string {
  const {params, backend} = run;
  return `${originWords(run)}: ${rows * columns} faces of nobody, decoded from the same random codes after ${step} steps, seed ${params.seed}, ${backend}.`;
}
