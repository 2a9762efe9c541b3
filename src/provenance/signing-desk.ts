import {button, element} from "../controls/element.js";
import {withPngText} from "../lib/png-text.js";
import {keyText, newKeys, withCredential} from "../lib/provenance/credential.js";
import {verify} from "../lib/provenance/verify.js";
import {pngOf} from "./canvas-png.js";
import {type Change, changedFile, changes} from "./changes.js";
import {verdictView} from "./verdict-view.js";

export interface SigningOptions {
  readonly label: string;
  readonly subtle: SubtleCrypto;
  readonly now: () => Date;
  /** How the picture was made. */
  readonly recipe: string;
  /** Draws it, with its first pixel turned if wanted. */
  draw(canvas: HTMLCanvasElement, isChanged: boolean): void;
}

const yearMs = 365 * 24 * 3600 * 1000;

/** A signed picture that is changed in one way after the other, and what a check says each time. */
export async function signingDesk(options: SigningOptions): Promise<HTMLElement> {
  const {label, subtle, now, recipe, draw} = options;
  const canvas = element("canvas", {class: "verify-picture", "aria-hidden": "true"});
  const view = verdictView();
  const [own, stranger] = await Promise.all([newKeys(subtle), newKeys(subtle)]);
  const known = [await keyText(subtle, own)];
  const fileOf = async (isChanged: boolean) => {
    draw(canvas, isChanged);
    return withPngText(await pngOf(canvas), "Recipe", recipe);
  };
  const from = now();
  const until = new Date(from.getTime() + yearMs);
  const told = {recipe, from: from.toISOString(), until: until.toISOString()};
  const plain = await fileOf(false);
  const files = {
    signed: await withCredential(plain, told, {subtle, keys: own}),
    foreign: await withCredential(plain, told, {subtle, keys: stranger}),
    otherPixels: await fileOf(true),
  };
  const show = async (change: Change) => {
    draw(canvas, change === "pixel");
    for (const [name, each] of Object.entries(buttons))
      each.setAttribute("aria-pressed", String(name === change));
    const time = change === "later" ? new Date(from.getTime() + 2 * yearMs) : now();
    await view.show(await verify(changedFile(change, files), {subtle, known, now: time}), subtle);
  };
  const buttons = Object.fromEntries(
    Object.entries(changes).map(([name, words]) => [
      name,
      button(words, () => void show(name as Change)),
    ]),
  );
  await show("none");
  return element(
    "div",
    {class: "signing", role: "group", "aria-label": label},
    element("div", {class: "signing-choices"}, ...Object.values(buttons)),
    element("div", {class: "signing-result"}, canvas, view.element),
  );
}
