import {element} from "../../controls/element.js";
import {pick} from "../../lib/image.js";
import {pictureText, sortedSummary, sortedTable} from "../cluster-text.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {checkSide, pictureStrip} from "../picture-canvas.js";
import {pictureCell} from "../picture-cell.js";
import {nearestPoint, shrinkToFit} from "./cluster-places.js";
import {type ClusterPlaneData, type ClusterScene, clusterScene} from "./cluster-scene.js";
import {letters} from "./layers/letters.js";
import {outlines} from "./layers/outlines.js";
import {thumbnails} from "./layers/pictures.js";
import {lookedPoint, points, ring, speck} from "./layers/points.js";
import {plane} from "./plane.js";
import type {PlaneLayer} from "./plane-layer.js";

export type {ClusterPlaneData} from "./cluster-scene.js";

export interface ClusterPlaneOptions {
  readonly label: string;
  readonly classNames: readonly string[];
  /** Most CSS pixels of an edge, default 500. */
  readonly size?: number;
  /** The plane goes from -extent to extent both ways, and what lies beyond is drawn at its edge, default 2.6. Where most points lie beyond,
   * as those of an untrained network do, all is drawn smaller. */
  readonly extent?: number;
}

/** `points` as they are drawn. */
interface Shown extends ClusterPlaneData {
  readonly scene: ClusterScene;
  readonly shrink: number;
}

const side = 28;
const plateScale = 4;
const invitation = "Point at the plane, or use the arrow keys, to look at a picture.";

/** Sorted pictures on a plane. Its value is the index of the picture that is looked at, if any. */
export function clusterPlane({
  label,
  classNames,
  size = 500,
  extent = 2.6,
}: ClusterPlaneOptions): Figure<ClusterPlaneData, number | undefined> {
  const plate = pictureCell(side, side, plateScale);
  const words = element("p", {class: "fig-looked-words"}, invitation);
  const {element: root, update} = plane<Shown, number>({
    label,
    size,
    extent,
    class: "fig-cluster-plane",
    layers: clusterLayers(classNames),
    look: (place, {points, pictures}) => nearestPoint(points, pictures.shape[0], place),
    onlook: (index) => changeValue(self, index),
    keys: () => "arrow keys move over the plane and say which picture is there",
    words: {element: words, text: (readout, data) => readout ?? invitationOf(data?.shrink)},
    parts: [element("div", {class: "fig-looked"}, plate.element, words)],
    partsRoom: 170,
    drawParts(index, data) {
      const picture = data && index !== undefined ? pick(data.pictures, [index]) : undefined;
      plate.element.style.visibility = picture ? "" : "hidden"; // its room is kept
      plate.draw(picture && pictureStrip(picture), 0);
    },
  });
  const self = figure<ClusterPlaneData, number | undefined>(root, undefined, (next) => {
    checkPictures(next);
    const shrink = shrinkToFit(next.points, extent);
    const drawn = {...next, points: next.points.map((value) => value / shrink)};
    update({...drawn, shrink, scene: clusterScene(drawn, classNames, extent)});
  });
  return self;
}

function invitationOf(shrink = 1): string {
  return shrink === 1
    ? invitation
    : `${invitation} It is drawn ${shrink} times smaller, so that they lie on it.`;
}

function clusterLayers(classNames: readonly string[]): readonly PlaneLayer<Shown, number>[] {
  return [
    outlines(({scene}) => scene.regions),
    {
      ...points(({scene}) => scene.crowd, speck, "--ink"),
      says: (data) =>
        sortedSummary(sortedTable(data, data.count, classNames.length), classNames, data.revealed),
    },
    {
      ...letters(({scene}) => scene.marks, {px: 12}),
      isOn: ({marks}) => marks === "letters",
    },
    {
      ...thumbnails(({pictures, scene}) => ({pictures, stands: scene.marks})),
      isOn: ({marks}) => marks === "pictures",
      readout: (index, data) => pictureText(data, index, classNames, data.revealed),
    },
    letters(({scene}) => scene.names, {px: 24, weight: 700, hasRim: true}),
    lookedPoint((index, {scene}) => scene.marks[index], ring, "--ink"),
  ];
}

function checkPictures({points, pictures}: ClusterPlaneData): void {
  checkSide(pictures, side);
  const m = pictures.shape[0];
  if (m > points.length / 2)
    throw new RangeError(`too many pictures: ${m} (at most ${points.length / 2}, one a point)`);
}
