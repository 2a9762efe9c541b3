import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {switches} from "../../controls/switches.js";
import type {SetConditions} from "../../lib/worlds/leaning-field.js";
import {steps, tileSide} from "../../lib/worlds/relief-tiles.js";
import type {Cell} from "../../lib/worlds/way-profile.js";
import {redrawing} from "../redraw.js";
import {listenToStroke} from "../stroke.js";
import {conditionDials} from "./condition-dials.js";
import {type Followed, followPanel} from "./follow-panel.js";
import type {Walker} from "./ground-around.js";
import {fieldDegrees, groundView} from "./ground-view.js";
import {cellMetres, shadedRelief} from "./relief-shades.js";
import {WalkedWorld, type WorldMaker} from "./walked-world.js";

export interface EndlessTerrainOptions extends WorldMaker {
  readonly label: string;
  /** The address of the page about profiles. */
  readonly profilesAt: string;
}

/** Cells in the window, and in one step of the walker. */
const [columns, rows, stride] = [144, 88, 6] as const;

const ways = {
  ArrowUp: {text: "North", dx: 0, dy: -1},
  ArrowLeft: {text: "West", dx: -1, dy: 0},
  ArrowRight: {text: "East", dx: 1, dy: 0},
  ArrowDown: {text: "South", dx: 0, dy: 1},
} as const;

/** A map of a world without end, which is made where the walker comes, and the view from there. */
export function endlessTerrain({label, profilesAt, ...maker}: EndlessTerrainOptions): HTMLElement {
  const canvas = element("canvas", {
    ...{class: "terrain-map fig-pixels", tabindex: "0", role: "img", "aria-label": label},
    ...{width: columns, height: rows},
  });
  const where = element("p", {class: "terrain-words", role: "status"});
  let showsBorders = false;
  const seams = element("p", {class: "terrain-words"});
  const inputs = conditionDials(() => renew(() => world.set(inputs.values())));
  const walker: Walker = {x: 0, y: 0, heading: 285};
  const standing = () => ({x: Math.round(walker.x), y: Math.round(walker.y)});
  const world = new WalkedWorld(maker, inputs.values());

  const renew = (change: () => void) => {
    change();
    redraw();
    view.redraw();
  };
  const walk = (dx: number, dy: number) => {
    walker.x += dx;
    walker.y += dy;
    arrive();
    view.redraw();
  };
  const arrive = () => {
    world.walkTo(standing(), inputs.values().water);
    redraw();
  };
  const view = groundView({
    walker,
    world: () => ({tiles: world.tiles, water: inputs.values().water}),
    changed: () => arrive(),
  });
  const panel = followPanel({
    follow: (isFollowing) => renew(() => world.follow(isFollowing, standing())),
    forget: () => renew(() => world.forget(standing())),
    profilesAt,
  });
  let drawn: Drawn | undefined;
  const draw = () => {
    const {x, y} = standing();
    const [left, top] = [x - columns / 2 - 1, y - rows / 2 - 1];
    const {tiles} = world;
    const key = JSON.stringify([inputs.values(), x, y]);
    if (drawn?.key !== key || drawn.tiles !== tiles)
      drawn = {key, tiles, ...mapped(x, y, left, top)};
    setText(where, drawn.place);
    setText(seams, `${drawn.words}; ${tiles.count} tiles made and kept.`);
    const context = canvas.getContext("2d")!;
    context.putImageData(drawn.image, 0, 0);
    if (showsBorders) drawBorders(context, left + 1, top + 1);
    drawWalker(context, walker.heading);
    panel.show(followedBy(world, standing(), inputs.values()), world.hasNoticed);
  };
  const mapped = (x: number, y: number, left: number, top: number) => {
    const {water} = inputs.values();
    const piece = world.tiles.piece({left, top, width: columns + 1, height: rows + 1});
    const middle = (rows / 2 + 1) * (columns + 1) + columns / 2 + 1;
    const place = placeWords({seed: world.seed, x, y, metres: piece.data[middle]! - water});
    const {across, inside} = steps(piece);
    const words = `From one cell to the next the height changes by ${across.toFixed(1)} m across borders of tiles, by ${inside.toFixed(1)} m inside`;
    return {place, words, image: new ImageData(shadedRelief(piece, water), columns, rows)};
  };
  canvas.addEventListener("keydown", (event) => {
    const way = ways[event.key as keyof typeof ways];
    if (!way) return;
    event.preventDefault();
    walk(way.dx * stride, way.dy * stride);
  });
  let held = {x: 0, y: 0};
  listenToStroke(canvas, {
    press: (place) => {
      held = place;
    },
    drag: (place) => {
      const [dx, dy] = [held.x - place.x, held.y - place.y];
      const [cellsX, cellsY] = [Math.round(dx * columns), Math.round(dy * rows)];
      if (cellsX === 0 && cellsY === 0) return;
      held = place;
      walk(cellsX, cellsY);
    },
  });
  const buttons = element(
    "div",
    {class: "terrain-buttons"},
    ...Object.values(ways).map(({text, dx, dy}) =>
      button(text, () => walk(dx * stride, dy * stride)),
    ),
    button("Another world", () => {
      Object.assign(walker, {x: 0, y: 0});
      renew(() => world.enterNext(standing()));
    }),
    switches("What the map shows", {
      text: "borders of tiles",
      onchange(isOn) {
        showsBorders = isOn;
        redraw();
      },
    }),
  );
  const root = element(
    "div",
    {class: "fig terrain"},
    element(
      "div",
      {class: "terrain-pictures"},
      ...[canvas, buttons, view.pictures, view.buttons, where, view.words],
    ),
    element("div", {class: "terrain-conditions"}, inputs.element, panel.element),
    element("div", {class: "terrain-measured"}, seams, ...view.measured),
  );
  const redraw = redrawing(root, draw);
  renew(() => {});
  return root;
}

interface Drawn {
  readonly key: string;
  readonly tiles: WalkedWorld["tiles"];
  readonly image: ImageData;
  /** Where the walker stands, and how well tiles fit each other there. */
  readonly place: string;
  readonly words: string;
}

function followedBy({followed}: WalkedWorld, at: Cell, set: SetConditions): Followed | undefined {
  if (!followed) return undefined;
  return {profile: followed.profile, asked: followed.asked, here: followed.leaningAt(at), set};
}

function drawBorders(context: CanvasRenderingContext2D, left: number, top: number): void {
  context.fillStyle = "rgba(255, 255, 255, 0.35)";
  for (let column = Math.ceil(left / tileSide); column * tileSide < left + columns; column++)
    context.fillRect(column * tileSide - left, 0, 1, rows);
  for (let row = Math.ceil(top / tileSide); row * tileSide < top + rows; row++)
    context.fillRect(0, row * tileSide - top, columns, 1);
}

/** The walker in the middle, and what lies in view. */
function drawWalker(context: CanvasRenderingContext2D, heading: number): void {
  const [x, y] = [columns / 2 + 0.5, rows / 2 + 0.5];
  const [from, to] = [-1, 1].map(
    (side) => ((heading - 90 + (side * fieldDegrees) / 2) * Math.PI) / 180,
  );
  context.fillStyle = "rgba(255, 255, 255, 0.3)";
  context.beginPath();
  context.moveTo(x, y);
  context.arc(x, y, 22, from!, to!);
  context.fill();
  context.fillStyle = "#ffffff";
  context.fillRect(x - 2.5, y - 2.5, 5, 5);
  context.fillStyle = "#b3261e";
  context.fillRect(x - 1.5, y - 1.5, 3, 3);
}

function placeWords(place: {seed: number; x: number; y: number; metres: number}): string {
  const {seed, x, y, metres} = place;
  const height =
    metres < 0 ? `in ${Math.round(-metres)} m of water` : `${Math.round(metres)} m above the water`;
  const from = [away(x, "east", "west"), away(y, "south", "north")].filter(Boolean).join(" and ");
  return `World ${seed}: ${height}, ${from ? `${from} of` : "at"} the start.`;
}

/** Empty where it is not away. */
function away(cells: number, ahead: string, behind: string): string {
  const kilometres = Math.abs((cells * cellMetres) / 1000).toFixed(1);
  return cells === 0 ? "" : `${kilometres} km ${cells < 0 ? behind : ahead}`;
}
