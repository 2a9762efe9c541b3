import {button, element} from "./element.js";

export interface FileButton {
  readonly text: string;
  /** Kinds of files, as a file field takes them; default all. */
  readonly accept?: string;
  /** Whether a folder is chosen, with all that is in it. */
  readonly isFolder?: boolean;
  /** Whether one file is chosen, and no more. */
  readonly isOne?: boolean;
  take(files: readonly File[]): void;
}

/** A button that lets files be chosen, in place of the browser's own field. The same file can be chosen again. */
export function fileButton({
  text,
  accept,
  isFolder = false,
  isOne = false,
  take,
}: FileButton): HTMLElement {
  const field = element("input", {
    ...{type: "file", class: "visually-hidden", multiple: !isOne, accept, tabindex: -1},
    ...{webkitdirectory: isFolder, "aria-label": `${text}: files`},
    onchange: () => {
      take([...(field.files ?? [])]);
      field.value = "";
    },
  });
  return element(
    "span",
    {class: "file-button"},
    button(text, () => field.click()),
    field,
  );
}
