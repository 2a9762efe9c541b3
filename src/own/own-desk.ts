/** Where readers put their own pictures together: files, folders, what is pasted, a camera, a pad; labels; and sets for experiments. */
import {button, element} from "../controls/element.js";
import {counted} from "../controls/format.js";
import {setText} from "../controls/set-text.js";
import {switches} from "../controls/switches.js";
import {mostOwn} from "../lib/datasets/own/own-set.js";
import {Random} from "../lib/random.js";
import {type ArrivalOptions, arrivals} from "./arrivals.js";
import {camera} from "./camera.js";
import {choosing} from "./choosing.js";
import {emptyTable} from "./empty-table.js";
import {takeDropsAndPastes, waysIn} from "./file-ways.js";
import {intakeReport} from "./intake-report.js";
import {keepingWords} from "./keeping-words.js";
import {labelField} from "./label-field.js";
import {ownDrawing} from "./own-drawing.js";
import {ownGrid} from "./own-grid.js";
import {OwnTable} from "./own-table.js";
import {type PictureDisk, pictureDisk} from "./picture-disk.js";
import {requestPanel} from "./request-panel.js";
import {samplePictures} from "./sample-pictures.js";
import {setList} from "./set-list.js";
import {setMaker} from "./set-maker.js";

/** The drawings to try it with are the same for everybody. */
const sampleSeed = 5;

export async function ownDesk(
  signal: AbortSignal,
  disk: PictureDisk = pictureDisk(),
): Promise<HTMLElement> {
  const table = new OwnTable(disk);
  await table.open();
  let options: ArrivalOptions = {fit: "cut", turned: false, copies: false};
  const set = (more: Partial<ArrivalOptions>) => {
    options = {...options, ...more};
  };
  const requests = requestPanel(signal);
  const report = intakeReport();
  const kept = element("p", {class: "own-kept", role: "status"});
  const label = labelField();
  const coming = arrivals({
    ...{table, label, report, options: () => options},
    ...{onfirst: requests.begin, onstart: () => follow(), onchange: () => redraw()},
  });
  const pad = ownDrawing(
    (pixels) => coming.one(pixels, "drawing"),
    () => follow(),
  );
  const lens = camera(coming.look, () => follow());
  const empty = emptyTable({
    onsamples: () => coming.lay(samplePictures(new Random(sampleSeed))),
    ondraw: pad.open,
  });
  const grid = ownGrid(table, {onchoose: () => follow(), empty});
  const hand = choosing({table, grid, label, redraw: () => redraw()});
  const stop = button("Stop", coming.stop);
  const sets = setList();
  const maker = setMaker(table, disk, sets.draw);
  const follow = () => {
    const isEmpty = table.keys.length === 0;
    hand.follow(isEmpty && !pad.isOpen() && !lens.isOn());
    stop.hidden = !coming.isComing();
    maker.hidden = isEmpty;
    kept.hidden = isEmpty && table.keeping === "disk" && table.unreadable === 0;
    const counts = `${counted(table.keys.length, "picture")} of ${mostOwn.toLocaleString("en")}, ${grid.chosen.size} chosen.`;
    setText(kept, `${counts} ${keepingWords(table)}`);
  };
  const redraw = () => {
    grid.draw();
    label.offer(table.pictures);
    follow();
  };
  const receive = (files: Parameters<typeof coming.files>[0]) => void coming.files(files);
  const desk = element(
    "div",
    {class: "fig own-desk"},
    waysIn(receive, lens.start, pad.start, stop),
    switches(
      "How pictures are taken",
      {text: "whole, not only the middle", onchange: (isOn) => set({fit: isOn ? "whole" : "cut"})},
      {text: "dark becomes light, as for ink", onchange: (turned) => set({turned})},
      {text: "copies too", onchange: (copies) => set({copies})},
    ),
    lens.panel,
    lens.note,
    pad.panel,
    hand.element,
    ...report.elements,
    grid.element,
    kept,
    maker,
    sets.element,
    requests.element,
  );
  takeDropsAndPastes(desk, receive, signal);
  signal.addEventListener("abort", () => {
    lens.stop();
    coming.stop();
  });
  redraw();
  return desk;
}
