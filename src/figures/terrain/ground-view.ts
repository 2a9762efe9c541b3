/** The view from where the walker stands: looked about by pointer and keys, and walked in. */
import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {Lens} from "../../lib/worlds/panorama.js";
import {cssColour, themeColour} from "../colour.js";
import {redrawing} from "../redraw.js";
import {listenToStroke} from "../stroke.js";
import {frameCounter} from "./frame-counter.js";
import {
  goAhead,
  groundAround,
  isGroundOf,
  standpointOn,
  type Walker,
  type World,
  type WorldGround,
} from "./ground-around.js";
import {headset} from "./headset.js";
import {dayOf, paintPanorama} from "./panorama-canvas.js";
import {type Motion, walkByKeys, walkStep} from "./walk-by-keys.js";
import {turned, wholeCircle} from "./whole-circle.js";

export interface GroundViewOptions {
  readonly walker: Walker;
  readonly world: () => World;
  /** The view has moved or turned the walker, or had tiles made. */
  readonly changed: () => void;
}

/** Pixels that are seen at once, and as many of the same width all around. */
const size = {columns: 640, rows: 280, circle: 3840} as const;
export const fieldDegrees = (360 * size.columns) / size.circle;
/** Row of the horizon when the view is level, and how far it may be raised and lowered. */
const [level, least, most] = [110, 10, 270] as const;
/** Of the compass's letters on the screen, in px, however wide the picture is shown. */
const letterSize = 14;
/** Of a frame, for making tiles. */
const tilesMs = 7;

const compass = [
  ...["north", "north-east", "east", "south-east"],
  ...["south", "south-west", "west", "north-west"],
];
const letters = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

export function groundView({walker, world, changed}: GroundViewOptions) {
  const {columns: width, rows: height} = size;
  const canvas = element("canvas", {
    ...{class: "terrain-ground", tabindex: "0", role: "img", width, height},
    "aria-label":
      "The world from the ground. Left and right arrow turn, up and down walk, page up and page down look up and down",
  });
  const circle = wholeCircle(fieldDegrees, (heading) => move("turn", heading - walker.heading));
  const words = element("p", {class: "terrain-words", role: "status"});
  const speed = element("p", {class: "terrain-words"});
  const counter = frameCounter((rate, drawnMs) => {
    const told = `${Math.round(rate)} frames a second, drawn in ${drawnMs.toFixed(1)} ms each`;
    setText(speed, `${width} by ${height} pixels, ${told}.`);
  });
  const eyeWords = element("output");
  const eye = eyeDial(() => redraw());
  let horizon: number = level;
  let ground: WorldGround | undefined;

  const move = (motion: Motion, by: number) => {
    if (motion === "turn") walker.heading = turned(walker.heading + by);
    else if (motion === "raise") raise((by / 360) * size.circle);
    else goAhead(walker, by);
    changed();
    redraw();
  };
  const raise = (rows: number) => {
    horizon = Math.max(least, Math.min(most, horizon + rows));
  };
  const walk = walkByKeys(canvas, {
    move,
    changed(isWalking) {
      setText(walkButton, isWalking ? "Stop" : "Walk");
      counter.begin();
      redraw();
    },
  });
  const walkButton = button("Walk", () => (walk.still.matches ? move("go", 3) : walk.toggle()));
  walkButton.classList.add("primary");

  const draw = () => {
    const start = performance.now();
    const before = ground;
    ground = groundAround(walker, world(), before, start + tilesMs);
    if (ground !== before) changed();
    const isWhole = isGroundOf(ground, walker, world());
    // A frame of its own: `redrawing` would draw again in the same one.
    if (!isWhole) requestAnimationFrame(() => redraw());
    const from = ground && standpointOn(ground, walker, eye.valueAsNumber);
    if (!ground || !from) return;
    const lens = lensOf(walker, horizon);
    const {farthest} = paintPanorama(canvas, ground, from, lens);
    letterCompass(canvas, lens);
    circle.turn(walker.heading);
    setText(eyeWords, `${eye.value} m`);
    if (walk.isMoving()) return counter.count(performance.now() - start);
    setText(words, viewWords(walker, from.eye - ground.water, farthest));
    if (isWhole) circle.show(ground, from);
  };
  let held = {x: 0, y: 0};
  listenToStroke(canvas, {
    press: (place) => {
      held = place;
    },
    drag: (place) => {
      raise((place.y - held.y) * height);
      move("turn", (held.x - place.x) * fieldDegrees);
      held = place;
    },
  });
  const pictures = element("div", {class: "terrain-view"}, canvas, circle.element);
  const redraw = redrawing(pictures, draw);
  const inHeadset = headset({
    ...{walker, world, changed, metres: () => eye.valueAsNumber, day: () => dayOf(canvas)},
    left: () => {
      changed();
      redraw();
    },
  });
  const buttons = element(
    "div",
    {class: "terrain-buttons"},
    walkButton,
    button("Turn left", () => move("turn", -walkStep.turn)),
    button("Ahead", () => move("go", walkStep.go)),
    button("Back", () => move("go", -walkStep.go)),
    button("Turn right", () => move("turn", walkStep.turn)),
    inHeadset.button,
    element(
      "span",
      {class: "terrain-eye"},
      element("label", {for: eye.id}, "Eye above the ground"),
      eye,
      eyeWords,
    ),
  );
  return {pictures, buttons, words, measured: [circle.seam, speed, inHeadset.words], redraw};
}

function eyeDial(oninput: () => void): HTMLInputElement {
  const range = {min: 2, max: 400, step: 2, value: "150"};
  return element("input", {type: "range", id: uniqueId("terrain-eye"), ...range, oninput});
}

function lensOf({heading}: Walker, horizon: number): Lens {
  const first = Math.round((heading / 360) * size.circle) - size.columns / 2;
  return {...size, first, horizon};
}

/** The directions above what lies there. */
function letterCompass(canvas: HTMLCanvasElement, {circle, first, columns}: Lens): void {
  const context = canvas.getContext("2d")!;
  context.fillStyle = cssColour(themeColour(canvas, "--ink"));
  const pixels = Math.round((letterSize * columns) / (canvas.clientWidth || columns));
  context.font = `600 ${pixels}px sans-serif`;
  context.textAlign = "center";
  for (const [eighth, letter] of letters.entries()) {
    const column = (((eighth / 8) * circle - first) % circle) + circle;
    if (column % circle < columns) context.fillText(letter, column % circle, pixels + 3);
  }
}

function viewWords({heading}: Walker, metres: number, farthest: number): string {
  const direction = compass[Math.round(heading / 45) % 8];
  const far = (farthest / 1000).toFixed(1);
  return `You look ${direction}, ${Math.round(metres)} m above the water. The farthest ground in view: ${far} km.`;
}
