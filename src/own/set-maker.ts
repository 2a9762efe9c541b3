import {button, element, uniqueId} from "../controls/element.js";
import {counted} from "../controls/format.js";
import {setText} from "../controls/set-text.js";
import {type MadeSet, makeOwnSet} from "./own-sets.js";
import type {OwnTable} from "./own-table.js";
import type {PictureDisk} from "./picture-disk.js";

const usualTitle = "My pictures";

/** Makes a set of what is on the table. */
export function setMaker(table: OwnTable, disk: PictureDisk, onmade: () => void) {
  const id = uniqueId("own-title");
  const title = element("input", {id, type: "text", maxlength: 60, value: usualTitle});
  const said = element("p", {role: "status"});
  const make = async () => {
    try {
      const made = await makeOwnSet(title.value.trim() || usualTitle, table.pictures, disk);
      setText(said, madeWords(made));
      onmade();
    } catch (error) {
      setText(said, `No set yet: ${error instanceof Error ? error.message : error}.`);
    }
  };
  return element(
    "div",
    {class: "own-maker"},
    element(
      "div",
      {class: "own-row"},
      element("label", {for: id}, "Its name "),
      title,
      button("Make a data set of them", () => void make()),
    ),
    said,
  );
}

/** "Made: 60 pictures, 30 of each label. 4 stayed behind …" */
export function madeWords({count, labels, left, keeping}: MadeSet): string {
  const each = labels.length === 1 ? "" : `, ${count / labels.length} of each label`;
  const behind =
    left > 0 ? ` ${left} stayed on the table: a set has as many of each label as the rarest.` : "";
  const room =
    keeping === "disk"
      ? ""
      : " The browser had no room to keep it: it can be used until this page is closed. Take away another set, then make it again.";
  return `Made: ${counted(count, "picture")}${each}.${behind}${room} Every experiment that takes a set now offers it.`;
}
