import {element} from "./element.js";

export interface DropZone {
  readonly class: string;
  /** Before the field: "Choose a picture, or drop it here: ". */
  readonly words: string;
  /** Kinds of files, as a file field takes them. */
  readonly accept: string;
  take(files: readonly File[]): Promise<void>;
}

/** A field for files that are chosen or dropped. The same file can be chosen again. */
export function dropZone({class: name, words, accept, take}: DropZone): HTMLElement {
  const input = element("input", {
    ...{type: "file", multiple: true, accept},
    onchange: async () => {
      await take([...(input.files ?? [])]);
      input.value = "";
    },
  });
  const zone = element("label", {class: name}, words, input);
  const over = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    zone.toggleAttribute("data-over", isOver);
  };
  zone.addEventListener("dragover", over(true));
  zone.addEventListener("dragleave", over(false));
  zone.addEventListener("drop", (event) => {
    over(false)(event);
    void take([...(event.dataTransfer?.files ?? [])]);
  });
  return zone;
}
