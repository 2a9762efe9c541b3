import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Point} from "../point.js";
import {redrawing} from "../redraw.js";
import {summarised} from "../summary.js";
import {listenToPlane} from "./plane-hand.js";
import {type PlaneLayer, readoutOf, summaryOf} from "./plane-layer.js";
import {planeLegend} from "./plane-legend.js";
import {type PlaneSquareOptions, planeSquare} from "./plane-square.js";

export interface PlaneOptions<Data, Looked> extends PlaneSquareOptions<Data, Looked> {
  readonly label: string;
  /** Class of the whole, for the style sheet. */
  readonly class: string;
  /** Data before the first update; without it the plane is empty and finds nothing until then. */
  readonly data?: Data;
  /** The layers in the order of the legend, and in that of the summary; by default that of `layers`. */
  readonly legend?: readonly PlaneLayer<Data, Looked>[];
  readonly summary?: readonly PlaneLayer<Data, Looked>[];
  /** Says what the keys do, after the label. */
  keys(data?: Data): string;
  /** Finds what there is at a place. It stays looked at when the hand leaves, unless `isFleeting`. */
  look(place: Point, data: Data): Looked | undefined;
  readonly isFleeting?: boolean;
  onlook?(looked: Looked): void;
  /** Names what is looked at, before the layers say something of it. */
  nameOf?(looked: Looked): string;
  /** Words for the eye: what is said of what is looked at, or an invitation. */
  readonly words?: PlaneWords<Data>;
  /** Legend and `parts` stand below the square, or beside it where there are `partsRoom` CSS pixels for them. */
  readonly parts?: readonly HTMLElement[];
  readonly partsRoom?: number;
  /** Draws the parts anew, with the plane. */
  drawParts?(looked: Looked | undefined, data?: Data): void;
  /** Strokes of the reader, where some may be drawn. */
  readonly stroke?: PlaneStroke<Data>;
}

export interface PlaneWords<Data> {
  readonly element: HTMLElement;
  text(readout: string | undefined, data?: Data): string;
}

/** Strokes on the plane, for as long as the data leaves it open to them. */
export interface PlaneStroke<Data> {
  isOpen(data: Data): boolean;
  press(place: Point): void;
  drag(place: Point): void;
  release(): void;
  undo(): void;
}

export interface Plane<Data> {
  readonly element: HTMLElement;
  update(data: Data): void;
  /** Draws and words again what the layers find now. */
  renew(): void;
  /** Says something to those who listen. */
  speak(text: string): void;
}

/** A plane made of layers, with a cursor for pointer and keys. `figure` makes a figure of it. */
export function plane<Data, Looked>(options: PlaneOptions<Data, Looked>): Plane<Data> {
  const {label, size, layers, words, partsRoom, stroke} = options;
  const square = planeSquare(options);
  const legend = planeLegend(options.legend ?? layers);
  const spoken = element("p", {class: "fig-spoken", "aria-live": "polite"});
  const parts = [square.element, legend?.element, ...(options.parts ?? []), spoken];
  const root = element("div", {class: `fig ${options.class}`}, ...parts);
  const summarise = summarised(root, label);
  let {data} = options;
  let looked: Looked | undefined;

  const readout = () => {
    if (data === undefined || looked === undefined) return undefined;
    const parts = [options.nameOf?.(looked), readoutOf(layers, looked, data)];
    return parts.filter(Boolean).join(": ");
  };
  const reword = () => words && setText(words.element, words.text(readout(), data));
  const nameSurface = () =>
    square.surface.setAttribute("aria-label", `${label}: ${options.keys(data)}`);
  const redraw = redrawing(root, (width) => {
    if (partsRoom !== undefined)
      root.dataset.layout = width >= size + partsRoom ? "beside" : "below";
    square.draw(width, root, looked, data);
    options.drawParts?.(looked, data);
  });
  const followHand = layers.some(({drawLooked}) => drawLooked)
    ? redraw
    : () => square.mark(looked, data);
  const renew = () => {
    reword();
    redraw();
  };
  const speak = (text: string) => {
    spoken.textContent = text;
  };
  const look = (place: Point | undefined, byKey: boolean) => {
    const found = place && data && options.look(place, data);
    if (found === looked || (found === undefined && !options.isFleeting)) return;
    looked = found;
    if (found !== undefined) options.onlook?.(found);
    reword();
    if (byKey) speak(readout() ?? "");
    followHand();
  };
  const isOpen = () => data !== undefined && (stroke?.isOpen(data) ?? false);
  listenToPlane(square.surface, options.extent, {
    move: look,
    press: (place) => isOpen() && stroke?.press(place),
    drag: (place) => isOpen() && stroke?.drag(place),
    release: () => isOpen() && stroke?.release(),
    undo: () => isOpen() && stroke?.undo(),
  });
  nameSurface();
  reword();
  return {
    element: root,
    renew,
    speak,
    update(next) {
      data = next;
      legend?.show(next);
      root.toggleAttribute("data-drawing", isOpen());
      nameSurface();
      summarise(summaryOf(options.summary ?? layers, next));
      renew();
    },
  };
}
