/** Whatever comes to the table: files, what a camera sees, drawings. What became of it is said. */

import {counted} from "../controls/format.js";
import {mostOwn, type OwnPicture} from "../lib/datasets/own/own-set.js";
import type {FoundFile} from "./dropped-files.js";
import {takeIn} from "./intake.js";
import type {intakeReport} from "./intake-report.js";
import type {labelField} from "./label-field.js";
import type {OwnTable} from "./own-table.js";
import {type TakeOptions, takeFile, takeSource} from "./take-picture.js";

/** So many files pass before the page says how far it is. */
const toldEvery = 10;

export interface ArrivalOptions extends TakeOptions {
  readonly copies: boolean;
}

interface Parts {
  readonly table: OwnTable;
  readonly label: ReturnType<typeof labelField>;
  readonly report: ReturnType<typeof intakeReport>;
  /** How pictures are taken now. */
  readonly options: () => ArrivalOptions;
  /** The first picture is on its way. */
  readonly onfirst: () => void;
  /** Files begin to come. */
  readonly onstart: () => void;
  readonly onchange: () => void;
}

export function arrivals({table, label, report, options, onfirst, onstart, onchange}: Parts) {
  let coming: AbortController | undefined;
  /** Pictures that somebody made on purpose: copies are welcome. */
  const lay = (pictures: readonly OwnPicture[]) => {
    onfirst();
    const added = pictures.filter((picture) => table.add(picture, true) === "added").length;
    report.say(laidWords(added, pictures.length));
    void table.keep().then(onchange);
  };
  const one = (pixels: Uint8Array, from: string) =>
    lay([{pixels, label: label.value(), name: `${from} ${table.keys.length + 1}`}]);
  return {
    lay,
    one,
    isComing: () => coming !== undefined,
    stop: () => coming?.abort(),
    look(video: HTMLVideoElement) {
      const size = {width: video.videoWidth, height: video.videoHeight};
      const taken = takeSource(video, size, options());
      if ("refusal" in taken) report.say(taken.refusal);
      else one(taken.pixels, "camera");
    },
    async files(files: readonly FoundFile[]) {
      if (files.length === 0) return;
      if (coming)
        return report.say("The files before are still on their way. Choose these again then.");
      onfirst();
      coming = new AbortController();
      onstart();
      const intake = await takeIn(files, {
        table,
        take: (file) => takeFile(file, options()),
        labelOf: (folder) => label.value() || folder.slice(0, 40),
        takesCopies: () => options().copies,
        signal: coming.signal,
        tell: (now) => now.seen % toldEvery === 0 && report.show(now, false),
      });
      coming = undefined;
      report.show(intake, true);
      onchange();
    },
  };
}

/** "1 picture added.", or why not all of them were. */
export function laidWords(added: number, count: number): string {
  const words = `${counted(added, "picture")} added.`;
  return added === count
    ? words
    : `${words} There is no room for more: ${mostOwn.toLocaleString("en")} pictures at most.`;
}
