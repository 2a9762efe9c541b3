/** What a reader has named in noise, kept from visit to visit, and how to let go of it. */
import {button, element} from "../controls/element.js";
import {setText} from "../controls/set-text.js";
import type {Figure} from "../figures/figure.js";
import type {Named} from "../figures/recognition/recognition-text.js";
import type {Shelf} from "../storage/shelf.js";
import {mergeSightings, type Sighting, type Sightings} from "../storage/sightings.js";
import {storageNotice} from "../storage/storage-notice.js";
import {keptText} from "./kept-sightings-text.js";

const store = "sightings";
const key = "who-sees-it-first";

/** The line below `figure`, which gets what was kept, and each of whose answers is kept from now on. */
export async function keptSightings(
  figure: Figure<readonly Named[], readonly Named[]>,
  shelf: Shelf,
  now: () => Date,
): Promise<HTMLElement> {
  const said = element("p", {role: "status", tabindex: -1});
  const controls = element("div", {class: "fig-recognition-forget"});
  let kept: Sightings = [];
  const rest = () => {
    const forget = button("Start over …", ask);
    forget.disabled = kept.length === 0;
    controls.replaceChildren(forget);
    return forget;
  };
  const ask = () => {
    const keep = button("Keep them", () => rest().focus());
    controls.replaceChildren(
      keep,
      button(`Forget ${kept.length === 1 ? "it" : `all ${kept.length}`}`, forget),
    );
    keep.focus();
  };
  const show = () => {
    setText(said, keptText(kept));
    rest();
  };
  const take = async () => {
    kept = (await shelf.get(store, key)) ?? [];
    figure.update(kept);
    show();
  };
  const keep = async (sighting: Sighting) => {
    kept = (await shelf.update(store, key, (old = []) => mergeSightings(old, [sighting]))) ?? [];
    show(); // what is said to be kept is
  };
  const forget = async () => {
    await shelf.update(store, key, () => undefined);
    await take();
    said.focus();
  };
  figure.addEventListener("input", () => {
    const sighting = {...figure.value.at(-1)!, at: now().toISOString()};
    void keep(sighting).catch((error) => setText(said, String(error.message)));
  });
  shelf.subscribe((changed) => {
    if (changed.store === store && changed.elsewhere) void take();
  });
  await take();
  return element(
    "div",
    {class: "fig-recognition-kept"},
    said,
    controls,
    storageNotice(shelf, now, key),
  );
}
