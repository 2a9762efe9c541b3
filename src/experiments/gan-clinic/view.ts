import {element} from "../../controls/element.js";
import {madeCaption} from "../../experiment/panels/captions.js";
import {overSteps} from "../../experiment/panels/over-steps.js";
import {sheetCanvas} from "../../experiment/questions/sheet-canvas.js";
import type {RunRecord} from "../../experiment/run/run-record.js";
import type {MakeView} from "../../experiment/view.js";
import {pointPicture} from "../../figures/plane/point-picture.js";
import {type PointPlaneFigure, pointPlane} from "../../figures/plane/point-plane.js";
import {sampleGrid} from "../../figures/sheet/sample-grid.js";
import {discSide} from "../../lib/datasets/soft-discs.js";
import type {ExchangeOf} from "../../lib/training/exchange.js";
import {clinicDesk} from "./clinic-desk.js";
import {extentOf, type PatientName, patients} from "./clinic-patients.js";
import {ganClinic} from "./experiment.js";

type Arrays = ExchangeOf<typeof ganClinic>["snapshot"];

const columns = 8;
const rows = 5;

/** The patient's samples, the desk where it is diagnosed and treated, and its curves. */
export const ganClinicView: MakeView<typeof ganClinic> = ({trainer}) => {
  const samples = samplesFigure();
  let shown: {readonly arrays: Arrays; readonly run: RunRecord} | undefined;
  const made = madeCaption(ganClinic.caption);
  const desk = clinicDesk({
    patient: (name) => void begin({case: name, treatment: "none"}),
    treat: (treatment) => void begin({treatment}),
  });
  const begin = async (change: Readonly<Record<string, string>>) => {
    await trainer.restart({...trainer.run.params, ...change});
    await trainer.train();
  };
  const steps = overSteps(ganClinic);
  const showKind = (run: RunRecord) => {
    const {kind} = patients[run.params.case as PatientName];
    for (const name of ["spread", "centreX", "divergence"] as const)
      steps.figureOf(name)!.hidden = kind !== "points";
    steps.figureOf("checkerboard")!.hidden = kind !== "pictures";
  };

  return {
    picture: element("figure", {}, samples.holder, made.element),
    figures: [
      {
        title: "Diagnosis",
        figures: [
          {name: "diagnose", figure: desk.diagnosis},
          {name: "treat", figure: desk.treatment},
        ],
      },
      ...steps.tabs,
    ],
    drawSnapshot({step, arrays}, run) {
      shown = {arrays, run};
      samples.draw(arrays, run.params.case as PatientName);
      made.draw(step, run);
    },
    drawRun(run, compared, shownStep) {
      showKind(run);
      desk.show(run, untreatedOf(run, trainer.history));
      steps.draw(run, compared, shownStep);
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
