import {element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import type {ByteImages} from "../../lib/image.js";
import {photographSide} from "./experiment.js";

/** A field for a picture of the reader's, which stays on this page; and words for what became of it. */
export function ownPicture(onpicture: (image: ByteImages) => void) {
  const words = element("p", {class: "fig-note", role: "status"});
  const input = element("input", {
    ...{type: "file", accept: "image/*"},
    onchange: async () => {
      const [file] = input.files ?? [];
      input.value = "";
      if (!file) return;
      const {takeInColour} = await import("../../own/take-picture.js");
      const taken = await takeInColour(file, photographSide);
      if ("refusal" in taken) setText(words, `${file.name}: ${taken.refusal}.`);
      else onpicture({data: taken.pixels, shape: [1, photographSide, photographSide, 3]});
    },
  });
  return {
    element: element(
      "div",
      {class: "upscaler-own"},
      element("label", {}, "A picture of your own, which stays here: ", input),
      words,
    ),
    say: (text: string) => setText(words, text),
  };
}
