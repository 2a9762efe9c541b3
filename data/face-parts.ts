/** The parts of Avataaars that a planned face is put together from, as options of `@dicebear/avataaars`. */
import type {Options} from "@dicebear/avataaars";
import type {StyleOptions} from "@dicebear/core";
import {faces} from "../lib/datasets/faces.js";
import type {FacePlan} from "./face-plan.js";

/** By attribute and option: a colour, or the drawings that `chanceOf` chooses from. */
const parts: Readonly<Record<string, readonly (readonly string[])[]>> = {
  glasses: [[], ["prescription02", "round"], ["sunglasses", "kurt"]],
  beard: [[], ["beardMedium", "beardMajestic"]],
  hair: [
    [],
    ["shortFlat", "shortWaved", "shortRound", "shortCurly"],
    ["straight01", "bob", "straight02", "straightAndStrand"],
  ],
  hairColour: [["724133"], ["2c1b18"], ["724133"], ["d6b370"], ["c93305"], ["e8e1e1"]],
  mouth: [["serious"], ["grimace"], ["tongue"]],
  skin: [["ffdbb4"], ["d08b5b"], ["614335"]],
  background: [["a9cdf0"], ["b5dfb8"], ["f6dc8c"], ["cdbdea"]],
};
const chanceOf: Readonly<Record<string, keyof FacePlan["chance"]>> = {
  glasses: "frame",
  beard: "whiskers",
  hair: "haircut",
};
const eyes = ["default", "happy", "side"];
const eyebrows = ["defaultNatural", "raisedExcitedNatural"];
const shirts = ["25557c", "ff5c5c", "ffffff", "262e33"];
const frames = ["262e33"];

/** Options that leave nothing to the library's own chance. */
export function avatarOptions(plan: FacePlan): StyleOptions<Options> {
  const {chance} = plan;
  const hairColour = partOf(plan, "hairColour");
  return {
    seed: "face",
    ...optional("accessories", partOf(plan, "glasses")),
    accessoriesColor: frames,
    ...optional("facialHair", partOf(plan, "beard")),
    facialHairColor: hairColour,
    ...optional("top", partOf(plan, "hair")),
    hairColor: hairColour,
    mouth: partOf(plan, "mouth"),
    skinColor: partOf(plan, "skin"),
    backgroundColor: partOf(plan, "background"),
    eyes: [eyes[chance.eyes]],
    eyebrows: [eyebrows[chance.eyebrows]],
    clothing: ["shirtCrewNeck"],
    clothesColor: [shirts[chance.shirt]],
  } as StyleOptions<Options>;
}

/** What stands for the face's option of `name`: one part, or none. */
function partOf({labels, chance}: FacePlan, name: string): readonly string[] {
  const drawings = parts[name]![labels[faces.attributes.findIndex((a) => a.name === name)]!]!;
  const which = chanceOf[name] && drawings.length > 0 ? chance[chanceOf[name]] : 0;
  return drawings.slice(which, which + 1);
}

function optional(name: string, part: readonly string[]) {
  return {[name]: part, [`${name}Probability`]: part.length > 0 ? 100 : 0};
}
