import {element} from "../controls/element.js";
import {stores} from "../storage/disk.js";
import type {Shelf} from "../storage/shelf.js";

/** How many damaged entries lie aside on this device; empty when there is none. */
export function setAsideLine(shelf: Shelf): HTMLElement {
  const line = element("p", {class: "set-aside", role: "status"});
  const count = async () => {
    line.textContent = setAsideWords(await countAsides(shelf));
  };
  shelf.subscribe(({key}) => void (key === "" && count()));
  void count();
  return line;
}

async function countAsides(shelf: Shelf): Promise<number> {
  let count = 0;
  for (const store of stores) {
    count += (await shelf.asides(store)).length;
    for await (const {raw} of shelf.find(store)) if (raw !== undefined) count++;
  }
  return count;
}

export function setAsideWords(count: number): string {
  if (count === 0) return "";
  const entries = count === 1 ? "One damaged entry lies" : `${count} damaged entries lie`;
  return `${entries} aside on this device, as they were found. Export saves them too.`;
}
