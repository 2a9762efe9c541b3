import {element} from "../controls/element.js";
import {fileButton} from "../controls/file-button.js";
import {svgElement} from "../controls/svg-element.js";
import {chosenFiles, droppedFiles, type FoundFile} from "./dropped-files.js";

type Receive = (files: readonly FoundFile[]) => void;

/** Where pictures come in: a place to drop them, buttons for those who would rather choose, and `others`. */
export function waysIn(receive: Receive, ...others: readonly HTMLElement[]): HTMLElement {
  const take = (files: readonly File[]) => receive(chosenFiles(files));
  return element(
    "div",
    {class: "own-drop"},
    tray(),
    element("p", {class: "own-drop-words"}, "Drop pictures or whole folders here"),
    element(
      "p",
      {class: "own-drop-note"},
      "Or paste one. Of a folder, the names of the folders in it become labels. Nothing leaves this browser.",
    ),
    element(
      "div",
      {class: "own-row"},
      fileButton({text: "Choose pictures", accept: "image/*", take}),
      fileButton({text: "Choose a folder", isFolder: true, take}),
      ...others,
    ),
  );
}

/** An arrow into a tray. */
function tray(): SVGElement {
  const drawing = svgElement("svg", {
    ...{class: "own-tray", viewBox: "0 0 48 40", width: 48, height: 40, "aria-hidden": "true"},
  });
  const lines = ["M24 4v20", "M15 16l9 9 9-9", "M6 24v10h36v-10"];
  drawing.append(...lines.map((d) => svgElement("path", {d})));
  return drawing;
}

/** Takes whatever is dropped on `desk`, folders too, and files that are pasted anywhere on the page. While files are held over it, it says so. */
export function takeDropsAndPastes(desk: HTMLElement, receive: Receive, signal: AbortSignal): void {
  const over = (isOver: boolean) => desk.toggleAttribute("data-over", isOver);
  const take = (event: Event, transfer: DataTransfer | null) => {
    if (![...(transfer?.items ?? [])].some(({kind}) => kind === "file")) return;
    event.preventDefault();
    event.stopPropagation();
    void droppedFiles(transfer).then(receive);
  };
  desk.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  desk.addEventListener("dragleave", ({relatedTarget}) => {
    if (!desk.contains(relatedTarget as Node | null)) over(false);
  });
  desk.addEventListener("drop", (event) => {
    over(false);
    take(event, event.dataTransfer);
  });
  document.addEventListener("paste", (event) => take(event, event.clipboardData), {signal});
}
