import {button, element, uniqueId} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {DetailNetwork, ReliefOptions} from "../../lib/relief.js";
import {ReliefTiles, steps, tileSide} from "../../lib/relief-tiles.js";
import {redrawing} from "../redraw.js";
import {listenToStroke} from "../stroke.js";
import type {Walker} from "./ground-around.js";
import {fieldDegrees, groundView} from "./ground-view.js";
import {cellMetres, shadedRelief} from "./relief-shades.js";

export interface EndlessTerrainOptions extends Pick<ReliefOptions, "scales"> {
  readonly label: string;
  readonly network: DetailNetwork;
  /** Standard deviation of the coarse relief that the network was trained beside. */
  readonly base: number;
}

/** Cells in the window, and in one step of the walker. */
const [columns, rows, stride] = [144, 88, 6] as const;

const conditions = {
  rough: {label: "Ruggedness", min: 0, max: 1.5, step: 0.05, value: 0.9},
  tall: {label: "Height", min: 0.2, max: 2.5, step: 0.05, value: 1.3},
  water: {label: "Water, metres", min: -400, max: 400, step: 10, value: -60},
} as const;
type Condition = keyof typeof conditions;

const ways = {
  ArrowUp: {text: "North", dx: 0, dy: -1},
  ArrowLeft: {text: "West", dx: -1, dy: 0},
  ArrowRight: {text: "East", dx: 1, dy: 0},
  ArrowDown: {text: "South", dx: 0, dy: 1},
} as const;

/** A map of a world without end, which is made where the walker comes, and the view from there. */
export function endlessTerrain({label, network, scales, base}: EndlessTerrainOptions): HTMLElement {
  const canvas = element("canvas", {
    ...{class: "terrain-map fig-pixels", tabindex: "0", role: "img", "aria-label": label},
    ...{width: columns, height: rows},
  });
  const where = element("p", {class: "terrain-words", role: "status"});
  const seams = element("p", {class: "terrain-words"});
  const inputs = dials(() => renew());
  const grid = element("input", {type: "checkbox"});
  const walker: Walker = {x: 0, y: 0, heading: 285};
  let seed = 7;
  let tiles: ReliefTiles;

  const renew = () => {
    const {rough, tall} = inputs.values();
    tiles = new ReliefTiles({seed, network, scales, base: tall * base, roughness: rough});
    redraw();
    view.redraw();
  };
  const walk = (dx: number, dy: number) => {
    walker.x += dx;
    walker.y += dy;
    redraw();
    view.redraw();
  };
  const view = groundView({
    walker,
    world: () => ({tiles, water: inputs.values().water}),
    changed: () => redraw(),
  });
  let drawn: {readonly key: string; readonly image: ImageData; readonly words: string} | undefined;
  const draw = () => {
    const [x, y] = [Math.round(walker.x), Math.round(walker.y)];
    const [left, top] = [x - columns / 2 - 1, y - rows / 2 - 1];
    const key = JSON.stringify([seed, inputs.values(), x, y]);
    if (drawn?.key !== key) drawn = {key, ...mapped(x, y, left, top)};
    setText(seams, `${drawn.words}; ${tiles.count} tiles made and kept.`);
    const context = canvas.getContext("2d")!;
    context.putImageData(drawn.image, 0, 0);
    if (grid.checked) drawBorders(context, left + 1, top + 1);
    drawWalker(context, walker.heading);
  };
  const mapped = (x: number, y: number, left: number, top: number) => {
    const {water} = inputs.values();
    const piece = tiles.piece({left, top, width: columns + 1, height: rows + 1});
    const middle = (rows / 2 + 1) * (columns + 1) + columns / 2 + 1;
    setText(where, placeWords({seed, x, y, metres: piece.data[middle]! - water}));
    const {across, inside} = steps(piece);
    const words = `From one cell to the next the height changes by ${across.toFixed(1)} m across borders of tiles, by ${inside.toFixed(1)} m inside`;
    return {words, image: new ImageData(shadedRelief(piece, water), columns, rows)};
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
  grid.addEventListener("change", () => redraw());
  const root = element(
    "div",
    {class: "fig terrain"},
    canvas,
    element(
      "div",
      {class: "terrain-buttons"},
      ...Object.values(ways).map(({text, dx, dy}) =>
        button(text, () => walk(dx * stride, dy * stride)),
      ),
      button("Another world", () => {
        seed += 1;
        Object.assign(walker, {x: 0, y: 0});
        renew();
      }),
      element("label", {}, grid, " borders of tiles"),
    ),
    view.pictures,
    view.buttons,
    where,
    view.words,
    inputs.element,
    seams,
    ...view.measured,
  );
  const redraw = redrawing(root, draw);
  renew();
  return root;
}

function dials(onchange: () => void) {
  const names = Object.keys(conditions) as readonly Condition[];
  const made = names.map((name) => {
    const {label, min, max, step, value} = conditions[name];
    const id = uniqueId("terrain");
    const input = element("input", {type: "range", id, min, max, step, value: String(value)});
    input.addEventListener("input", onchange);
    return {name, input, part: element("div", {}, element("label", {for: id}, label), input)};
  });
  return {
    element: element("div", {class: "terrain-dials"}, ...made.map(({part}) => part)),
    values: () =>
      Object.fromEntries(made.map(({name, input}) => [name, Number(input.value)])) as Record<
        Condition,
        number
      >,
  };
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
  return `World ${seed}: ${height}, ${away(x, "east", "west")} and ${away(y, "south", "north")} of the start.`;
}

function away(cells: number, ahead: string, behind: string): string {
  const kilometres = Math.abs((cells * cellMetres) / 1000).toFixed(1);
  return `${kilometres} km ${cells < 0 ? behind : ahead}`;
}
