/** Where readers put their own pictures together: files, folders, what is pasted, a camera; labels; and sets for experiments. */
import {button, element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import {switches} from "../controls/switches.js";
import {mostOwn} from "../lib/datasets/own/own-set.js";
import {camera} from "./camera.js";
import {choosing} from "./choosing.js";
import type {FoundFile} from "./dropped-files.js";
import {fileFields, takeDropsAndPastes} from "./file-ways.js";
import {counted, takeIn} from "./intake.js";
import {intakeReport} from "./intake-report.js";
import {keepingWords} from "./keeping-words.js";
import {labelField} from "./label-field.js";
import {ownGrid} from "./own-grid.js";
import {OwnTable} from "./own-table.js";
import {type PictureDisk, pictureDisk} from "./picture-disk.js";
import {requestPanel} from "./request-panel.js";
import {setList} from "./set-list.js";
import {setMaker} from "./set-maker.js";
import {type TakeOptions, takeFile, takeSource} from "./take-picture.js";

/** So many files pass before the page says how far it is. */
const toldEvery = 10;

interface Options extends TakeOptions {
  readonly copies: boolean;
}

export async function ownDesk(
  signal: AbortSignal,
  disk: PictureDisk = pictureDisk(),
): Promise<HTMLElement> {
  const table = new OwnTable(disk);
  await table.open();
  let options: Options = {fit: "cut", turned: false, copies: false};
  let coming: AbortController | undefined;
  const requests = requestPanel(signal);
  const report = intakeReport();
  const kept = element("p", {class: "own-kept", role: "status"});
  const label = labelField();
  const grid = ownGrid(table, () => follow());
  const hand = choosing({table, grid, label, redraw: () => redraw()});
  const stop = button("Stop", () => coming?.abort());
  const follow = () => {
    hand.follow();
    stop.hidden = !coming;
    const counts = `${counted(table.keys.length, "picture")} of ${mostOwn.toLocaleString("en")}, ${grid.chosen.size} chosen.`;
    setText(kept, `${counts} ${keepingWords(table)}`);
  };
  const redraw = () => {
    grid.draw();
    label.offer(table.pictures);
    follow();
  };
  const receive = async (files: readonly FoundFile[]) => {
    if (files.length === 0) return;
    if (coming)
      return report.say("The files before are still on their way. Choose these again then.");
    requests.begin();
    coming = new AbortController();
    follow();
    const intake = await takeIn(files, {
      table,
      take: (file) => takeFile(file, options),
      labelOf: (folder) => label.value() || folder.slice(0, 40),
      takesCopies: () => options.copies,
      signal: coming.signal,
      tell: (now) => now.seen % toldEvery === 0 && report.show(now, false),
    });
    coming = undefined;
    report.show(intake, true);
    redraw();
  };
  const look = (video: HTMLVideoElement) => {
    requests.begin();
    const taken = takeSource(video, {width: video.videoWidth, height: video.videoHeight}, options);
    if ("refusal" in taken) return report.say(taken.refusal);
    const name = `camera ${table.keys.length + 1}`;
    const laid = table.add({pixels: taken.pixels, label: label.value(), name}, true);
    report.say(
      laid === "added" ? "1 picture added." : `There is no room: ${mostOwn} pictures at most.`,
    );
    void table.keep().then(redraw);
  };
  const lens = camera(look);
  const sets = setList();
  const set = (more: Partial<Options>) => {
    options = {...options, ...more};
  };
  const desk = element(
    "div",
    {class: "fig own-desk"},
    element(
      "div",
      {class: "own-ways"},
      ...fileFields((files) => void receive(files)),
      lens.start,
      stop,
    ),
    lens.panel,
    lens.note,
    switches(
      "How pictures are taken",
      {text: "whole, not only the middle", onchange: (isOn) => set({fit: isOn ? "whole" : "cut"})},
      {text: "dark becomes light, as for ink", onchange: (turned) => set({turned})},
      {text: "copies too", onchange: (copies) => set({copies})},
    ),
    hand.element,
    ...report.elements,
    grid.element,
    kept,
    setMaker(table, disk, sets.draw),
    sets.element,
    requests.element,
  );
  takeDropsAndPastes(desk, (files) => void receive(files), signal);
  signal.addEventListener("abort", () => {
    lens.stop();
    coming?.abort();
  });
  redraw();
  return desk;
}
