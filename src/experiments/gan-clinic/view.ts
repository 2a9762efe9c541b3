import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {captioned, curvesFigure, measureFigure} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import {originWords} from "../../experiment/run/origin-words.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {pointPicture} from "../../figures/plane/point-picture.js";
import {type PointPlaneFigure, pointPlane} from "../../figures/plane/point-plane.js";
import {sampleGrid} from "../../figures/sheet/sample-grid.js";
import {discSide} from "../../lib/datasets/soft-discs.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import type {Experiment} from "../../lib/training/experiment.js";
import {clinicDesk} from "./clinic-desk.js";
import {extentOf, type PatientName, patients} from "./clinic-patients.js";
import {ganClinic} from "./experiment.js";

type Arrays = ExchangeOf<typeof ganClinic>["snapshot"];

const columns = 8;
const rows = 5;

/** The patient's samples, the desk where it is diagnosed and treated, and its curves. */
export const ganClinicView: MakeView<typeof ganClinic> = ({trainer}) => {
  const spec: Experiment = ganClinic;
  const samples = samplesFigure();
  let shown: {readonly arrays: Arrays; readonly run: RunRecord} | undefined;
  const caption = element("figcaption", {class: "how-made"});
  const desk = clinicDesk({
    patient: (name) => void begin({case: name, treatment: "none"}),
    treat: (treatment) => void begin({treatment}),
  });
  const begin = async (change: Readonly<Record<string, string>>) => {
    await trainer.restart({...trainer.run.params, ...change});
    await trainer.train();
  };
  const everywhere = [
    curvesFigure(spec, ["discriminatorLoss", "generatorLoss"], {label: "losses"}),
    curvesFigure(spec, ["realScore", "fakeScore"], {
      label: "the judge's opinion",
      levels: [{value: 0.5, label: "can't tell"}],
    }),
    curvesFigure(spec, ["discriminatorGradient", "generatorGradient"], {label: "gradients"}),
  ];
  const two = "two samples of the data differ by this much";
  const onPoints = [
    measureFigure(spec, "spread", {floorLabel: two}),
    measureFigure(spec, "centreX", {floorLabel: two}),
    measureFigure(spec, "divergence", {floorLabel: two, log: true}),
  ];
  const onPictures = [
    measureFigure(spec, "checkerboard", {floorLabel: "real pictures", log: true}),
  ];
  const pointFigures = [
    captioned("How wide the points lie.", onPoints[0]!.figure),
    captioned("Where their centre lies.", onPoints[1]!.figure),
    captioned("Distance between the two clouds of points.", onPoints[2]!.figure),
  ];
  const pictureFigures = [captioned("What repeats every two pixels.", onPictures[0]!.figure)];
  const showKind = (run: RunRecord) => {
    const {kind} = patients[run.params.case as PatientName];
    for (const one of pointFigures) one.hidden = kind !== "points";
    for (const one of pictureFigures) one.hidden = kind !== "pictures";
  };

  return {
    figures: [
      element("figure", {class: "full"}, samples.holder, caption),
      element("figure", {class: "full"}, desk.element),
      captioned("Losses of the two networks.", everywhere[0]!.figure),
      captioned("How real the judge finds both kinds of sample.", everywhere[1]!.figure),
      captioned("Lengths of the two gradients.", everywhere[2]!.figure),
      ...pointFigures,
      ...pictureFigures,
    ],
    drawSnapshot({step, arrays}, run) {
      shown = {arrays, run};
      samples.draw(arrays, run.params.case as PatientName);
      setText(caption, howMade(step, run));
    },
    drawRun(run, compared, shownStep) {
      showKind(run);
      desk.show(run, untreatedOf(run, trainer.history));
      for (const part of [...everywhere, ...onPoints, ...onPictures])
        part.draw(run, compared, shownStep);
    },
    sheet: () => shown && canvasOf(shown.arrays, shown.run),
    sheetOf: ({arrays}, run) => canvasOf(arrays, run),
  };
};

/** The last earlier run of this patient and seed without treatment. */
function untreatedOf(run: RunRecord, history: readonly RunRecord[]): RunRecord | undefined {
  const {case: name, seed} = run.params;
  return history.findLast(
    ({params}) => params.case === name && params.seed === seed && params.treatment === "none",
  );
}

function canvasOf(arrays: Arrays, {params}: RunRecord): HTMLCanvasElement {
  const {samples} = arrays;
  return samples
    ? sheetCanvas(samples, columns, {scale: 6})
    : pointPicture(arrays, extentOf(params.case as PatientName));
}

/** The plane or the sheet, whichever the patient's samples need; made when first needed. */
function samplesFigure() {
  const holder = element("div", {});
  const planes = new Map<number, PointPlaneFigure>();
  let grid: ReturnType<typeof sampleGrid> | undefined;
  const put = (figure: HTMLElement) => {
    if (holder.firstChild !== figure) holder.replaceChildren(figure);
  };
  const planeOf = (extent: number) => {
    const made = planes.get(extent) ?? pointPlane({label: "the patient's points", extent});
    planes.set(extent, made);
    return made;
  };
  return {
    holder,
    draw(arrays: Arrays, name: PatientName) {
      const {samples, scores} = arrays;
      if (samples) {
        const options = {columns, rows, side: discSide, scale: 5, scored: true} as const;
        grid ??= sampleGrid({label: "the patient's pictures", role: "generated", ...options});
        put(grid);
        grid.update({
          images: samples,
          ...(scores && {scores: scores.data}),
        });
      } else if (arrays.real) {
        const figure = planeOf(extentOf(name));
        put(figure);
        figure.update({arrays, layers: {warp: false}});
      }
    },
  };
}

/** How the samples came about. */
function howMade(step: number, run: RunRecord): string {
  const {params, backend} = run;
  return `${originWords(run)}: samples from the same fixed noise after ${step} steps, seed ${params.seed}, ${backend}.`;
}
