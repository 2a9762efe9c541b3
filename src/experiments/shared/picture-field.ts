import {element} from "../../controls/element.js";
import {fileButton} from "../../controls/file-button.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";

export interface PictureFieldOptions {
  /** What it asks for, as the words of its button. */
  readonly text: string;
  /** Pixels along an edge to which the picture is brought. */
  readonly side: number;
}

/** A button for a picture of the reader's, which stays on this page; and words for what became of it. `onpicture` gets [1, side, side, 3]. */
export function pictureField(
  {text, side}: PictureFieldOptions,
  onpicture: (image: ByteImages) => void,
) {
  const words = element("p", {class: "fig-note", role: "status"}, "It stays on this page.");
  const choose = fileButton({
    ...{text, accept: "image/*", isOne: true},
    async take([file]) {
      if (!file) return;
      const {takeInColour} = await import("../../own/take-picture.js");
      const taken = await takeInColour(file, side);
      if ("refusal" in taken) setText(words, `${file.name}: ${taken.refusal}.`);
      else onpicture({data: taken.pixels, shape: [1, side, side, 3]});
    },
  });
  return {
    element: element("div", {class: "picture-field"}, choose, words),
    say: (text: string) => setText(words, text),
  };
}
