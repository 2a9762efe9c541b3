import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import type {Role} from "../../lib/training/experiment.js";
import {pictureRow} from "../sheet/picture-row.js";
import type {LaneFrame} from "./denoising-run.js";
import {distanceText} from "./denoising-text.js";

const scale = 3;

/** One lane from noise to `count` pictures at one time: noisy pictures, guesses of them, and the training pictures nearest to these. */
export function denoisingLane(name: string, side: number, count: number) {
  const row = (label: string, role: Role) => {
    const pictures = pictureRow({label: `${name}: ${label}`, role, scale, empty: {count, side}});
    const head = element("p", {class: "fig-note"}, label);
    return {part: element("div", {class: "fig-lane-row"}, head, pictures), pictures};
  };
  const noisy = row("on its way", "chance");
  const guess = row("guess of the picture", "generated");
  const nearest = row("nearest training picture", "real");
  const words = element("p", {class: "fig-lane-words"});
  const blank = Array<string>(count).fill("");
  const head = element("p", {class: "fig-lane-name"}, element("b", {}, name));
  const rows = [noisy, guess, nearest].map(({part}) => part);
  return {
    element: element("div", {class: "fig-lane"}, head, words, ...rows),
    show(frame: LaneFrame, found: ByteImages, said: string) {
      setText(words, said);
      const summary = `${count} pictures`;
      noisy.pictures.update({images: frame.noisy, captions: blank, summary});
      guess.pictures.update({images: frame.guess, captions: blank, summary});
      const captions = frame.distances.map(distanceText);
      nearest.pictures.update({images: found, captions, summary: captions.join(", ")});
    },
  };
}
