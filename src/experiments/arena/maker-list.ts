import {element} from "../../controls/element.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../../figures/picture-canvas.js";
import type {ByteImages} from "../../lib/image.js";
import type {Subject} from "../../lib/questions/subjects.js";
import {mostMeeting} from "./experiment.js";

export interface ListedMaker {
  readonly id: string;
  readonly title: string;
  readonly subject: Subject;
  readonly images: ByteImages;
  /** Of a run that was trained just now. */
  readonly cost?: {readonly step: number; readonly ms: number; readonly weights: number};
}

/** Pictures of each that are shown beside its name, and CSS pixels along the edge of one, about. */
const [shownCount, shownEdge] = [6, 28];

/** Those whose pictures may be judged, to be ticked: as many at once as may meet. */
export function makerList(onchange: () => void) {
  const list = element("ul", {class: "arena-makers"});
  let rows: readonly {readonly maker: ListedMaker; readonly box: HTMLInputElement}[] = [];
  const changed = () => {
    const isFull = chosen().length >= mostMeeting;
    for (const {box} of rows) box.disabled = isFull && !box.checked;
    onchange();
  };
  const chosen = () => rows.filter(({box}) => box.checked).map(({maker}) => maker);
  return {
    element: list,
    chosen,
    /** Shows `makers`, of which those with the ids `ticked` are chosen. */
    show(makers: readonly ListedMaker[], ticked: readonly string[]) {
      rows = makers.map((maker) => ({maker, box: tickBox(ticked.includes(maker.id), changed)}));
      list.replaceChildren(...rows.map(({maker, box}) => rowOf(maker, box)));
      changed();
    },
  };
}

function tickBox(checked: boolean, onchange: () => void): HTMLInputElement {
  return element("input", {type: "checkbox", checked, onchange});
}

function rowOf({title, subject, images}: ListedMaker, box: HTMLInputElement): HTMLElement {
  const name = subject === "digits" ? title : `${title}, ${subject}`;
  return element("li", {}, element("label", {}, box, someOf(images), element("span", {}, name)));
}

function someOf(images: ByteImages): HTMLCanvasElement {
  const canvas = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const side = images.shape[1];
  const scale = Math.max(1, Math.round(shownEdge / side));
  const context = sizeCanvas(canvas, shownCount * side * scale, side * scale, 1);
  const strip = pictureStrip(images);
  for (let i = 0; i < Math.min(shownCount, images.shape[0]); i++)
    drawPicture(context, strip, side, i, i * side * scale, 0, scale);
  return canvas;
}
