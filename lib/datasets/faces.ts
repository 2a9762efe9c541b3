import type {AttributeSet} from "./attribute-dataset.js";

/**
 * Drawn faces, 32 x 32 in colour: Avataaars by Pablo Stanley, put together and drawn by data/pack-faces.ts, so that every
 * attribute is known. They are nobody's. Eyes, eyebrows, shirt and which of several haircuts, beards and frames it is are
 * drawn by chance and not labelled.
 */
export const faces: AttributeSet = {
  name: "faces",
  title: "drawn faces",
  attributes: [
    {name: "glasses", label: "glasses", options: ["none", "clear", "dark"]},
    {name: "beard", label: "beard", options: ["none", "full"]},
    {name: "hair", label: "hair", options: ["none", "short", "long"]},
    {
      name: "hairColour",
      label: "hair colour",
      options: ["none", "black", "brown", "blond", "red", "white"],
    },
    {name: "mouth", label: "mouth", options: ["serious", "grinning", "tongue out"]},
    {name: "skin", label: "skin", options: ["light", "medium", "dark"]},
    {name: "background", label: "background", options: ["blue", "green", "yellow", "lilac"]},
  ],
};

/** A face in words, by its labels: "long red hair, dark glasses, beard". */
export function faceWords(labels: ArrayLike<number>): string {
  const option = (name: string) => {
    const index = faces.attributes.findIndex((attribute) => attribute.name === name);
    return faces.attributes[index]!.options[labels[index]!]!;
  };
  const hair = option("hair");
  return [
    hair === "none" ? "no hair" : `${hair} ${option("hairColour")} hair`,
    ...(option("glasses") === "none" ? [] : [`${option("glasses")} glasses`]),
    ...(option("beard") === "none" ? [] : ["beard"]),
  ].join(", ");
}
