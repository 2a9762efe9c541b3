import type {ByteImages} from "../../lib/image.js";
import {shortName} from "../cluster-text.js";
import type {Rgb} from "../colour.js";
import {changeValue, type Figure, figure} from "../figure.js";
import {pictureMosaic} from "../picture-canvas.js";
import type {Point} from "../point.js";
import {cloudOutline, codeOfPlace, codeText, placeOfCode} from "./latent-places.js";
import {type Letter, letters} from "./layers/letters.js";
import {type Outline, outlines} from "./layers/outlines.js";
import {surface} from "./layers/pictures.js";
import {lookedPoint, points, target} from "./layers/points.js";
import {plane} from "./plane.js";
import type {PlaneLayer} from "./plane-layer.js";

export interface LatentPlaneOptions {
  readonly label: string;
  /** Most CSS pixels of an edge, default 600. */
  readonly size?: number;
}

export interface LatentPlaneData {
  /** A square of pictures, row by row from the top left, [k², h, w, c]. */
  readonly plane: ByteImages;
  /** Codes of held-out pictures and their clouds' standard deviations, [n, 2] each, with their labels. */
  readonly codes: Float32Array;
  readonly spreads: Float32Array;
  readonly labels: ArrayLike<number>;
  readonly classNames: readonly string[];
  /** What is drawn over the pictures. */
  readonly over: {readonly letters: boolean; readonly clouds: boolean};
  /** The cloud of the reader's own picture. */
  readonly own?: {readonly code: Point; readonly spread: Point} | undefined;
}

/** The data with its pictures as one. */
interface Shown extends LatentPlaneData {
  readonly picture: HTMLCanvasElement;
}

/** Brightness of the pictures under letters or clouds. */
const dimmed = 0.4;

/** By label; bright on black, and told apart by colour-blind eyes (Paul Tol's light scheme, and a violet). The digit is written too. */
const labelInks: readonly Rgb[] = [
  [119, 170, 221],
  [238, 136, 102],
  [238, 221, 136],
  [255, 170, 187],
  [153, 221, 255],
  [68, 187, 153],
  [187, 204, 51],
  [170, 170, 0],
  [221, 221, 221],
  [204, 153, 255],
];

/** A plane of codes with the pictures they give. Its value is the code that is pointed at, if any; it stays when the hand leaves. */
export function latentPlane({
  label,
  size = 600,
}: LatentPlaneOptions): Figure<LatentPlaneData, Point | undefined> {
  const {element, update} = plane<Shown, Point>({
    label,
    size,
    extent: 1,
    class: "fig-latent",
    role: "generated",
    layers: latentLayers,
    look: codeOfPlace,
    onlook: (code) => changeValue(self, code),
    nameOf: (code) => `code ${codeText(code)}`,
    keys: () => "arrow keys move over the plane, with Shift farther",
  });
  let shown: Shown | undefined;
  const self = figure<LatentPlaneData, Point | undefined>(element, undefined, (data) => {
    const picture = shown?.plane === data.plane ? shown.picture : pictureMosaic(data.plane);
    shown = {...data, picture};
    update(shown);
  });
  return self;
}

const latentLayers: readonly PlaneLayer<Shown, Point>[] = [
  {
    ...surface(({picture, over}) => ({picture, light: over.letters || over.clouds ? dimmed : 1})),
    says: ({plane}) => `${plane.shape[0]} pictures`,
  },
  {...outlines(cloudsOf), isOn: ({over}) => over.clouds},
  {
    ...letters(lettersOf, {px: 11, weight: 600}),
    isOn: ({over}) => over.letters,
    says: ({labels}) => `and ${labels.length} held-out ones on it`,
  },
  outlines(({own}) => (own ? ownCloud(own) : [])),
  points(({own}) => own && flat(placeOfCode(own.code)), target, "--real"),
  lookedPoint(placeOfCode, target, "--generated"),
];

/** Ellipses of one standard deviation around each code. */
function cloudsOf({codes, spreads, labels}: LatentPlaneData): Outline[] {
  return Array.from(labels, (label, i) => ({
    corners: cloudOutline(pointAt(codes, i), pointAt(spreads, i), 1, 20),
    stroke: inkOf(label),
    width: 1,
    alpha: 0.45,
  }));
}

function lettersOf({codes, labels, classNames}: LatentPlaneData): Letter[] {
  const names = classNames.map(shortName);
  return Array.from(labels, (label, i) => ({
    ...placeOfCode(pointAt(codes, i)),
    text: names[label] ?? "?",
    ink: inkOf(label),
  }));
}

/** A cloud that stands out: one and two standard deviations. */
function ownCloud({code, spread}: NonNullable<LatentPlaneData["own"]>): Outline[] {
  const look = {stroke: "--real", fill: "--real", fillAlpha: 0.28} as const;
  return [
    {...look, corners: cloudOutline(code, spread, 2), width: 1.25},
    {...look, corners: cloudOutline(code, spread, 1), width: 2.5},
  ];
}

function inkOf(label: number): Rgb {
  return labelInks[label % labelInks.length]!;
}

function pointAt(values: Float32Array, i: number): Point {
  return {x: values[2 * i]!, y: values[2 * i + 1]!};
}

function flat({x, y}: Point): readonly number[] {
  return [x, y];
}
