/** The switch for a world that follows the walker, what it has noticed of them, and what it does with that. */
import {button, element} from "../../controls/element.js";
import {setText} from "../../controls/set-text.js";
import {switches} from "../../controls/switches.js";
import {coarseSide, reach} from "../../lib/worlds/followed-way.js";
import {type Leaning, leant, type SetConditions} from "../../lib/worlds/leaning-field.js";
import {memory, type WayProfile} from "../../lib/worlds/way-profile.js";
import {cellMetres} from "./relief-shades.js";

export interface Followed {
  readonly profile: WayProfile;
  /** What ground gets that is not made yet. */
  readonly asked: Leaning;
  /** What the ground has where the walker stands. */
  readonly here: Leaning;
  readonly set: SetConditions;
}

export interface FollowHand {
  follow(isFollowing: boolean): void;
  forget(): void;
  /** The address of the page about profiles. */
  readonly profilesAt: string;
}

const columns = ["What is compared", "less at", "so ground to come gets", "where you stand"];
const names = ["height above the water", "slope of your way", "water nearby"];

export function followPanel({follow, forget, profilesAt}: FollowHand) {
  const cells = names.map(() => [0, 1, 2].map(() => element("td")));
  const noticed = element("div", {hidden: true}, tableOf(cells), ...explained(profilesAt));
  const forgets = button("Forget me", forget);
  const words = element("p", {class: "terrain-words", role: "status"});
  return {
    element: element(
      "div",
      {class: "terrain-follow"},
      element(
        "div",
        {class: "terrain-buttons"},
        switches("Whom the world is for", {text: "The world follows you", onchange: follow}),
        forgets,
      ),
      words,
      noticed,
    ),
    /** `followed` is undefined where the world is the same for everybody. */
    show(followed: Followed | undefined, hasNoticed: boolean) {
      noticed.hidden = followed === undefined;
      forgets.disabled = !hasNoticed;
      setText(words, stateWords(followed !== undefined, hasNoticed));
      if (!followed) return;
      for (const [row, texts] of followedRows(followed).entries())
        for (const [column, text] of texts.entries()) setText(cells[row]![column]!, text);
    },
  };
}

const captionText =
  "What the world has noticed of you: at how many of the 24 places around there was less than where you were. A place with as much counts half.";

function tableOf(cells: readonly (readonly HTMLElement[])[]): HTMLElement {
  const head = columns.map((text) => element("th", {scope: "col"}, text));
  const rows = cells.map((row, i) =>
    element("tr", {}, element("th", {scope: "row"}, names[i]), ...row),
  );
  return element(
    "table",
    {},
    element("caption", {}, captionText),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
}

function explained(profilesAt: string): readonly HTMLElement[] {
  const link = element(
    "a",
    {href: profilesAt},
    "how a shop makes one, and what it takes to erase it",
  );
  return [
    element(
      "p",
      {class: "terrain-words"},
      `Whoever just walks straight on gets about 50 %. The last ${kilometres(memory)} km count most. All ground within ${kilometres(fixedCells)} km has its conditions already and keeps them.`,
    ),
    element(
      "p",
      {class: "terrain-words"},
      "This is a profile of you: nobody asked what you like, it was inferred from where you went. See ",
      link,
      ".",
    ),
  ];
}

/** At least so far ahead, wherever in a coarse cell the walker is. */
const fixedCells = reach * coarseSide;
const kilometres = (cells: number) => Math.round((cells * cellMetres) / 1000);

function stateWords(isFollowing: boolean, hasNoticed: boolean): string {
  if (isFollowing)
    return "Your way is compared with what lies around it, cell by cell, in this page only.";
  const kept = hasNoticed ? "; what was noticed before is kept until you close the page" : "";
  return `The world is the same for everybody, and nobody watches your way${kept}.`;
}

/** For height, slope and water: what was noticed, what ground to come gets, and what the ground has here. */
export function followedRows(followed: Followed): readonly (readonly string[])[] {
  const {profile, asked, here, set} = followed;
  const [toCome, now] = [asked, here].map((leaning) => ({
    ...leant(set, leaning),
    low: leaning.low,
  }));
  return [
    [share(profile.height), `height ${toCome!.tall.toFixed(2)}`, now!.tall.toFixed(2)],
    [share(profile.climbing), `ruggedness ${toCome!.rough.toFixed(2)}`, now!.rough.toFixed(2)],
    [share(profile.water), lies(toCome!.low), lies(now!.low)],
  ];
}

/** Equal ones count half. */
const share = (noticed: number) => `${Math.round(50 * (1 + noticed))} %`;

function lies(low: number): string {
  const metres = Math.round(Math.abs(low));
  if (metres === 0) return "as it lies";
  return `${metres} m ${low > 0 ? "lower" : "higher"}`;
}
