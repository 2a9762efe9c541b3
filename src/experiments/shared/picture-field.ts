import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";

export interface PictureFieldOptions {
  /** What it asks for, which ends with ": ". */
  readonly label: string;
  /** Pixels along an edge to which the picture is brought. */
  readonly side: number;
}

/** A field for a picture of the reader's, which stays on this page; and words for what became of it. `onpicture` gets [1, side, side, 3]. */
export function pictureField(
  {label, side}: PictureFieldOptions,
  onpicture: (image: ByteImages) => void,
) {
  const words = element("p", {class: "fig-note", role: "status"});
  const input = element("input", {
    ...{type: "file", accept: "image/*"},
    onchange: async () => {
      const [file] = input.files ?? [];
      input.value = "";
      if (!file) return;
      const {takeInColour} = await import("../../own/take-picture.js");
      const taken = await takeInColour(file, side);
      if ("refusal" in taken) setText(words, `${file.name}: ${taken.refusal}.`);
      else onpicture({data: taken.pixels, shape: [1, side, side, 3]});
    },
  });
  return {
    element: element("div", {class: "picture-field"}, element("label", {}, label, input), words),
    say: (text: string) => setText(words, text),
  };
}
