import {dropZone} from "../controls/drop-zone.js";
import {button, element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import {download} from "../experiment/exports/download.js";
import {keyText, withCredential} from "../lib/provenance/credential.js";
import {type Container, containerOf} from "../lib/provenance/credential-container.js";
import {type Verification, verify} from "../lib/provenance/verify.js";
import {basePath} from "../storage/place.js";
import {course} from "../vendor/course.js";
import {againDesk} from "./again-desk.js";
import {credentialsDesk} from "./credentials-desk.js";
import {keptKeys, ownKeys} from "./own-key.js";
import {runLink} from "./run-link.js";
import {toldRun} from "./told-run.js";
import {verdictView} from "./verdict-view.js";

const mostBytes = 20e6;
const yearMs = 365 * 24 * 3600 * 1000;

/** Takes pictures, says what they claim and what of it holds, and signs them. Nothing is kept or sent. */
export function verifyDesk(subtle: SubtleCrypto | undefined, now: () => Date): HTMLElement {
  if (!subtle)
    return element(
      "p",
      {role: "alert"},
      "Signatures need a secure page. Open the course over https, or on this computer as localhost.",
    );
  const found = element("div", {class: "verify-found"});
  const take = async (files: readonly File[]) => {
    const cards = await Promise.all(files.map((file) => cardOf(file, subtle, now)));
    found.replaceChildren(...cards);
  };
  const words = "Choose a picture (PNG, JPEG, WebP), or drop it here: ";
  return element(
    "section",
    {class: "verify", "aria-label": "Verify a picture"},
    dropZone({class: "judging-drop", words, accept: ".png,.jpg,.jpeg,.webp", take}),
    found,
  );
}

async function cardOf(file: File, subtle: SubtleCrypto, now: () => Date): Promise<HTMLElement> {
  const name = element("h2", {}, file.name);
  if (file.size > mostBytes)
    return element("article", {}, name, `This file is too large (at most ${mostBytes / 1e6} MB).`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const container = containerOf(bytes);
  const others = container?.hasCredentials ? [credentialsDesk(file, container.format)] : [];
  const isPng = container?.format === "image/png";
  const {told, done} = isPng
    ? await oursOf(file, bytes, subtle, now)
    : {told: element("p", {}, notOurs(container)), done: []};
  const shown = [name, await pictureOf(file), told, ...others, ...done];
  return element("article", {class: "verify-card"}, ...shown);
}

/** What is told of a PNG's recipe and signature, and what can be done with it. */
async function oursOf(
  file: File,
  png: Uint8Array<ArrayBuffer>,
  subtle: SubtleCrypto,
  now: () => Date,
) {
  const keys = await keptKeys();
  const known = keys ? [await keyText(subtle, keys)] : [];
  const verification = await verify(png, {subtle, known, now: now()});
  const view = verdictView();
  await view.show(verification, subtle);
  const sign = signLine(file.name, png, verification, subtle, now);
  return {told: view.element, done: [...againLines(file, verification), sign]};
}

/** What is said of a file that is no PNG. */
function notOurs(container: Container | undefined): string {
  if (!container)
    return "This is neither a PNG nor a JPEG nor a WebP file, by its first bytes. If it is a picture, save it as one of these with the program that made it, and drop that.";
  const none = container.hasCredentials
    ? ""
    : " Nor has it Content Credentials of another program. That says nothing about the picture: most pictures have none.";
  return `This is no PNG file, so this course has not saved it: it holds no recipe.${none}`;
}

/** What is seen, as far as the browser can draw it. */
async function pictureOf(file: File): Promise<HTMLElement | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const canvas = element("canvas", {class: "verify-picture", "aria-hidden": "true"});
    [canvas.width, canvas.height] = [picture.width, picture.height];
    canvas.getContext("2d")!.drawImage(picture, 0, 0);
    return canvas;
  } catch {
    return undefined;
  }
}

/** Makes the run again, which is the only proof of the recipe itself; or leads to where it can be seen. */
function againLines(
  file: File,
  {verdict, statement, recipe}: Verification,
): readonly HTMLElement[] {
  const run = toldRun(statement?.recipe ?? recipe ?? "");
  const link = run && runLink(run, course);
  if (!run || !link || verdict === "broken") return [];
  const isWhole = run.changes.length + run.parts.length + run.given.length === 0 && !run.driven;
  const more = isWhole ? "" : ", but for what was done while it ran, which no link can hold";
  const open = element(
    "a",
    {href: `${basePath}${link}`},
    "Open the experiment with these settings",
  );
  return [
    element("p", {}, "Whether the recipe is true, only the run itself shows."),
    againDesk(run, file),
    element("p", {class: "verify-note"}, open, `${more}.`),
  ];
}

function signLine(
  name: string,
  png: Uint8Array,
  {verdict, recipe}: Verification,
  subtle: SubtleCrypto,
  now: () => Date,
): HTMLElement | undefined {
  if (verdict === "broken") return undefined;
  if (recipe === undefined)
    return element(
      "p",
      {class: "verify-note"},
      "This file has no recipe of the course, so there is nothing here to sign. Save pictures of a run of yours, under an experiment, and drop them.",
    );
  const said = element("span", {role: "status"});
  const sign = async () => {
    const from = now();
    const until = new Date(from.getTime() + yearMs);
    const told = {recipe, from: from.toISOString(), until: until.toISOString()};
    const signed = await withCredential(png, told, {subtle, keys: await ownKeys(subtle)});
    const signedName = `${name.replace(/\.png$/i, "")}-signed.png`;
    download(signedName, signed, "image/png");
    setText(said, ` ${signedName} is saved. Drop it here, or change a pixel of it first.`);
  };
  return element(
    "p",
    {},
    button("Sign it with this browser’s key", () => void sign()),
    said,
  );
}
