import {element} from "../../../controls/element.js";
import {switches} from "../../../controls/switches.js";
import {isAtWork} from "../../../experiment/run/at-work.js";
import {atMostEvery} from "../../../experiment/run/rhythm.js";
import {isSameRun, type RunRecord} from "../../../experiment/run/run-record.js";
import type {ViewHost} from "../../../experiment/view.js";
import {latestAnswer} from "../../../figures/latest-answer.js";
import {pictureMosaic} from "../../../figures/picture-canvas.js";
import {codeText, pictureAt, placeOfCode} from "../../../figures/plane/latent-places.js";
import {latentPlane} from "../../../figures/plane/latent-plane.js";
import type {Point} from "../../../figures/point.js";
import {picturePlates} from "../../../figures/sheet/picture-plates.js";
import {pick} from "../../../lib/image.js";
import type {Whole} from "../../../lib/training/exchange.js";
import {shownSet} from "../shown-set.js";
import type {PlaneAnswers, PlaneSnapshot} from "./plane-exchange.js";

/** CSS pixels per picture pixel in the exported plane. */
const exportScale = 3;

interface Shown {
  readonly arrays: PlaneSnapshot;
  readonly run: RunRecord;
}

/** The reader's own picture on the plane. */
export interface OwnCloud {
  readonly code: Point;
  readonly spread: Point;
}

/** Where `autoencoder` and `vae-digits` are shown. */
export type PlaneHost = Pick<ViewHost<Whole<{answers: PlaneAnswers}>>, "trainer" | "ask">;

/** The plane, what is at the place that is pointed at, and what may be drawn over it. */
export function latentFigures({trainer, ask: askWorker}: PlaneHost, label: string) {
  const plane = latentPlane({label});
  const plates = picturePlates([
    {role: "generated", caption: "Point at the plane, or use the arrow keys."},
    {role: "real", caption: "The nearest training picture appears here."},
  ]);
  let shown: Shown | undefined;
  let over = {letters: false, clouds: false};
  let own: OwnCloud | undefined;

  const redraw = () => {
    if (!shown) return;
    const {arrays, run} = shown;
    const {classNames} = shownSet(String(run.params.dataset));
    plane.update({
      plane: arrays.plane,
      codes: arrays.codes.data,
      spreads: arrays.spreads.data,
      labels: arrays.labels.data,
      classNames,
      over,
      own,
    });
  };
  const draws = (name: "letters" | "clouds") => (isOn: boolean) => {
    over = {...over, [name]: isOn};
    redraw();
  };
  const layers = switches(
    "Over the plane",
    {text: "where held-out pictures lie", onchange: draws("letters")},
    {text: "their clouds", onchange: draws("clouds")},
  );
  const ask = latestAnswer(
    async ({code}: Asked) => {
      const place = {data: Float32Array.of(code.x, code.y), shape: [2]};
      return askWorker("at", {place});
    },
    ({code, run}, answer) => {
      if (run !== trainer.run || answer instanceof Error) return;
      const {classNames} = shownSet(String(run.params.dataset));
      plates.update([
        {image: answer.picture, caption: captionOf(code, "decoded from")},
        {
          image: answer.nearest,
          caption: `nearest training picture: ${classNames[answer.label.data[0]!]}, ${distanceText(answer)}`,
        },
      ]);
    },
  );
  const askOfMiddle = () => ask({code: middle, run: trainer.run});
  const askSometimes = atMostEvery(unaskedMs, askOfMiddle);
  /** The middle until the reader points elsewhere. Before there is a worker the plane's own pictures answer. */
  const look = () => {
    if (!shown) return;
    const code = plane.value ?? middle;
    const isOwn = isSameRun(trainer.run, shown.run);
    if (isOwn && plane.value && trainer.started) return ask({code, run: trainer.run});
    if (isOwn && !plane.value && isAtWork(trainer)())
      return trainer.status === "running" ? askSometimes() : askOfMiddle();
    const pictures = shown.arrays.plane;
    const image = pick(pictures, [pictureAt(placeOfCode(code), Math.sqrt(pictures.shape[0]))]);
    plates.update([{image, caption: captionOf(code, "the plane's picture nearest to")}, undefined]);
  };
  plane.addEventListener("input", look);
  return {
    desk: element("div", {class: "latent-desk"}, plane, plates),
    layers,
    draw(arrays: PlaneSnapshot, run: RunRecord) {
      if (!arrays.plane) return;
      if (shown && !isSameRun(shown.run, run)) own = undefined;
      shown = {arrays, run};
      redraw();
      look();
    },
    /** Draws the reader's cloud, or takes it away. */
    show(cloud: OwnCloud | undefined) {
      own = cloud;
      redraw();
    },
    sheet: () => (shown ? enlarged(pictureMosaic(shown.arrays.plane)) : undefined),
  };
}

/** Where nobody points. */
const middle: Point = {x: 0, y: 0};
/** Its picture is asked for this often at most while it trains. */
const unaskedMs = 2500;

interface Asked {
  readonly code: Point;
  readonly run: RunRecord;
}

/** Short where nobody points: the picture shares a phone's window with what drives it. */
function captionOf(code: Point, how: string): string {
  return code === middle ? "The middle. Point, or use the arrow keys." : `${how} ${codeText(code)}`;
}

function distanceText({distance}: PlaneAnswers["at"]["tells"]): string {
  return `${distance.data[0]!.toFixed(3)} away (black to white is 1)`;
}

function enlarged(picture: HTMLCanvasElement): HTMLCanvasElement {
  const [width, height] = [exportScale * picture.width, exportScale * picture.height];
  const canvas = element("canvas", {width, height});
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}
