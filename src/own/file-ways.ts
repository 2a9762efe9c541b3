import {dropZone} from "../controls/drop-zone.js";
import {element} from "../controls/element.js";
import {chosenFiles, droppedFiles, type FoundFile} from "./dropped-files.js";

type Receive = (files: readonly FoundFile[]) => void;

/** A field for pictures and one for a folder of them. */
export function fileFields(receive: Receive): readonly HTMLElement[] {
  const folder = element("input", {
    ...{type: "file", multiple: true, webkitdirectory: true},
    onchange: () => {
      receive(chosenFiles(folder.files ?? []));
      folder.value = "";
    },
  });
  return [
    dropZone({
      class: "own-drop",
      words: "Choose pictures, drop them here, or paste one: ",
      accept: "image/*",
      take: async (files) => receive(chosenFiles(files)),
    }),
    element(
      "label",
      {class: "own-folder"},
      "Or a folder; the folders in it become labels: ",
      folder,
    ),
  ];
}

/** Takes whatever is dropped on `desk`, folders too, and files that are pasted anywhere on the page. */
export function takeDropsAndPastes(desk: HTMLElement, receive: Receive, signal: AbortSignal): void {
  const take = (event: Event, transfer: DataTransfer | null) => {
    if (![...(transfer?.items ?? [])].some(({kind}) => kind === "file")) return;
    event.preventDefault();
    event.stopPropagation();
    void droppedFiles(transfer).then(receive);
  };
  desk.addEventListener("dragover", (event) => event.preventDefault());
  desk.addEventListener("drop", (event) => take(event, event.dataTransfer), {capture: true});
  document.addEventListener("paste", (event) => take(event, event.clipboardData), {signal});
}
