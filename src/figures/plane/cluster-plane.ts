import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {type ByteImages, pick} from "../../lib/image.js";
import {commonestLabels} from "../../lib/metrics/cluster-purity.js";
import {
  clusterName,
  pictureText,
  type Sorted,
  shortName,
  sortedSummary,
  sortedTable,
} from "../cluster-text.js";
import {type Figure, figure} from "../figure.js";
import {drawPicture, pictureStrip, sizeCanvas} from "../picture-canvas.js";
import type {Point} from "../point.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {
  type ClusterBrush,
  type ClusterMark,
  clusterColours,
  drawCrowd,
  drawLetters,
  drawNames,
  drawRegions,
  drawRing,
  drawThumbnails,
} from "./cluster-layers.js";
import {clusterCentres, nearestPoint} from "./cluster-places.js";
import {listenToPlane} from "./plane-hand.js";

export interface ClusterPlaneOptions {
  readonly label: string;
  readonly classNames: readonly string[];
  /** Most CSS pixels of an edge; 500 unless told. */
  readonly size?: number;
  /** The plane goes from -extent to extent both ways, and what lies beyond is drawn at its edge; 2.6 unless told. */
  readonly extent?: number;
}

export interface ClusterPlaneData extends Sorted {
  /** Places of the sorted pictures, [n, 2]. */
  readonly points: Float32Array;
  /** The first m of the pictures, [m, 28, 28, 1]. */
  readonly pictures: ByteImages;
  /** Number of clusters, k. */
  readonly count: number;
  /** What stands at the first points: their pictures, or letters of the cluster and once revealed of the label. */
  readonly marks: "pictures" | "letters";
  readonly revealed: boolean;
  /** Whether clusters are regions of the plane, with borders. */
  readonly bordered: boolean;
  /** The cluster that is brought out, if any. */
  readonly chosen?: number | undefined;
}

const side = 28;
const plateScale = 4;
const invitation = "Point at the plane, or use the arrow keys, to look at a picture.";
/** CSS pixels that the enlarged picture needs beside the plane. */
const plateRoom = 180;

/** Sorted pictures on a plane. Its value is the index of the picture that is looked at, if any. */
export function clusterPlane(
  options: ClusterPlaneOptions,
): Figure<ClusterPlaneData, number | undefined> {
  const {label, classNames, size = 500, extent = 2.6} = options;
  const canvas = element("canvas", {class: "fig-plane-canvas", "aria-hidden": "true"});
  const surface = planeSurface(label);
  const square = element("div", {class: "fig-plane-square"}, canvas, surface);
  square.style.maxWidth = `${size}px`;
  const plate = element("canvas", {class: "fig-pixels", "aria-hidden": "true"});
  const words = element("p", {class: "fig-looked-words"}, invitation);
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  const looked = element("div", {class: "fig-looked"}, plate, words);
  const root = element("div", {class: "fig fig-cluster-plane"}, square, looked, spoken);
  const summarise = summarised(root, label);
  let data: ClusterPlaneData | undefined;

  const redraw = redrawing(root, (width) => {
    root.dataset.layout = width >= size + plateRoom ? "beside" : "below";
    const side = Math.min(size, width);
    square.style.width = `${side}px`;
    const ratio = devicePixelRatio;
    const pixels = Math.round(side * ratio);
    const context = sizeCanvas(canvas, pixels, pixels, ratio);
    const brush = {context, scale: {extent, size: pixels}, ratio, colours: clusterColours(root)};
    if (data) drawSorted(brush, data, classNames, self.value);
    drawPlate(plate, data?.pictures, self.value);
  });
  const say = () => {
    if (data && self.value !== undefined)
      setText(words, pictureText(data, self.value, classNames, data.revealed));
  };
  const look = (at: Point | undefined, byKey: boolean) => {
    const found = at && data && nearestPoint(data.points, data.pictures.shape[0], at);
    if (found === undefined || found === self.value) return;
    self.value = found;
    self.dispatchEvent(new Event("input", {bubbles: true}));
    say();
    if (byKey) spoken.textContent = words.textContent;
    redraw();
  };
  listenToPlane(surface, extent, {
    move: look,
    press: (at) => look(at, false),
    drag: (at) => look(at, false),
    release() {},
    undo() {},
  });

  const self = figure<ClusterPlaneData, number | undefined>(root, undefined, (next) => {
    checkPictures(next);
    data = next;
    const table = sortedTable(next, next.count, classNames.length);
    summarise(sortedSummary(table, classNames, next.revealed));
    say();
    redraw();
  });
  return self;
}

function planeSurface(label: string): HTMLElement {
  return element("div", {
    class: "fig-plane-surface",
    role: "application",
    tabindex: 0,
    "aria-label": `${label}: arrow keys move over the plane and say which picture is there`,
  });
}

function drawSorted(
  brush: ClusterBrush,
  data: ClusterPlaneData,
  classNames: readonly string[],
  looked: number | undefined,
): void {
  const centres = clusterCentres(data.points, data.clusters, data.count);
  const marks = marksOf(data, classNames);
  if (data.bordered) drawRegions(brush, centres, data.chosen);
  drawCrowd(brush, data.points);
  if (data.marks === "letters") drawLetters(brush, marks);
  else drawThumbnails(brush, marks, data.pictures);
  if (data.bordered) drawNames(brush, centres);
  if (looked !== undefined && marks[looked]) drawRing(brush, marks[looked]);
}

/** What stands at the first points. */
function marksOf(data: ClusterPlaneData, classNames: readonly string[]): ClusterMark[] {
  const {points, clusters, labels, pictures, revealed, chosen, count} = data;
  const names = commonestLabels(sortedTable(data, count, classNames.length));
  const toneOf = (i: number) => (names[clusters[i]!]!.label === labels[i] ? "common" : "stray");
  return Array.from({length: pictures.shape[0]}, (_, i) => ({
    x: points[2 * i]!,
    y: points[2 * i + 1]!,
    text: revealed ? shortName(classNames[labels[i]!]!) : clusterName(clusters[i]!),
    tone: revealed ? toneOf(i) : "hidden",
    isFaint: chosen !== undefined && chosen !== clusters[i],
  }));
}

/** The picture that is looked at, enlarged; an empty plate when there is none. */
function drawPlate(
  plate: HTMLCanvasElement,
  pictures: ByteImages | undefined,
  index: number | undefined,
): void {
  const ratio = devicePixelRatio;
  const scale = Math.max(1, Math.round(plateScale * ratio));
  const context = sizeCanvas(plate, side * scale, side * scale, ratio);
  if (pictures && index !== undefined)
    drawPicture(context, pictureStrip(pick(pictures, [index])), side, 0, 0, 0, scale);
}

function checkPictures({points, pictures}: ClusterPlaneData): void {
  const [m, h, w] = pictures.shape;
  if (h !== side || w !== side)
    throw new RangeError(`invalid picture size: ${h} by ${w} (${side} by ${side})`);
  if (m > points.length / 2)
    throw new RangeError(`too many pictures: ${m} (at most ${points.length / 2}, one a point)`);
}
