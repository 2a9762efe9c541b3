/**
 * Kinds of emoji in words that a prompt would use. Unicode sorts emoji into subgroups; those that look alike are put together here. A
 * kind has its word in each language, a wider word where there is one, and its subgroups.
 */
import type {Language} from "./languages.js";

export interface EmojiKind {
  readonly said: Readonly<Record<Language, string>>;
  /** What it is one of: a bird is an animal. */
  readonly wider?: EmojiCategory;
  readonly subgroups: readonly string[];
}

const kinds = {
  face: {
    said: {en: "face", de: "Gesicht", fr: "visage"},
    subgroups: [
      ...["face-smiling", "face-affection", "face-tongue", "face-hand", "face-neutral-skeptical"],
      ...["face-sleepy", "face-unwell", "face-hat", "face-glasses", "face-concerned"],
      ...["face-negative", "cat-face", "monkey-face"],
    ],
  },
  creature: {
    said: {en: "creature", de: "Wesen", fr: "créature"},
    subgroups: ["face-costume"],
  },
  heart: {said: {en: "heart", de: "Herz", fr: "cœur"}, subgroups: ["heart"]},
  sign: {said: {en: "sign", de: "Zeichen", fr: "signe"}, subgroups: ["emotion"]},
  animal: {
    said: {en: "animal", de: "Tier", fr: "animal"},
    subgroups: ["animal-mammal", "animal-amphibian", "animal-reptile"],
  },
  bird: {
    said: {en: "bird", de: "Vogel", fr: "oiseau"},
    wider: "animal",
    subgroups: ["animal-bird"],
  },
  "sea animal": {
    said: {en: "sea animal", de: "Meerestier", fr: "animal marin"},
    wider: "animal",
    subgroups: ["animal-marine"],
  },
  insect: {
    said: {en: "insect", de: "Insekt", fr: "insecte"},
    wider: "animal",
    subgroups: ["animal-bug"],
  },
  flower: {
    said: {en: "flower", de: "Blume", fr: "fleur"},
    wider: "plant",
    subgroups: ["plant-flower"],
  },
  plant: {said: {en: "plant", de: "Pflanze", fr: "plante"}, subgroups: ["plant-other"]},
  fruit: {
    said: {en: "fruit", de: "Obst", fr: "fruit"},
    wider: "food",
    subgroups: ["food-fruit"],
  },
  vegetable: {
    said: {en: "vegetable", de: "Gemüse", fr: "légume"},
    wider: "food",
    subgroups: ["food-vegetable"],
  },
  food: {
    said: {en: "food", de: "Essen", fr: "nourriture"},
    subgroups: ["food-prepared", "food-asian"],
  },
  sweet: {
    said: {en: "sweet", de: "Süßigkeit", fr: "sucrerie"},
    wider: "food",
    subgroups: ["food-sweet"],
  },
  drink: {said: {en: "drink", de: "Getränk", fr: "boisson"}, subgroups: ["drink"]},
  dish: {said: {en: "dish", de: "Geschirr", fr: "vaisselle"}, subgroups: ["dishware"]},
  place: {
    said: {en: "place", de: "Ort", fr: "lieu"},
    subgroups: ["place-map", "place-geographic", "place-other"],
  },
  building: {
    said: {en: "building", de: "Gebäude", fr: "bâtiment"},
    wider: "place",
    subgroups: ["place-building", "place-religious"],
  },
  vehicle: {
    said: {en: "vehicle", de: "Fahrzeug", fr: "véhicule"},
    subgroups: ["transport-ground", "transport-water", "transport-air"],
  },
  clock: {said: {en: "clock", de: "Uhr", fr: "horloge"}, subgroups: ["time"]},
  weather: {
    said: {en: "weather", de: "Wetter", fr: "météo"},
    subgroups: ["sky-weather"],
  },
  party: {said: {en: "party", de: "Feier", fr: "fête"}, subgroups: ["event"]},
  sport: {
    said: {en: "sport", de: "Sport", fr: "sport"},
    subgroups: ["sport", "award-medal"],
  },
  game: {said: {en: "game", de: "Spiel", fr: "jeu"}, subgroups: ["game"]},
  art: {said: {en: "art", de: "Kunst", fr: "art"}, subgroups: ["arts-crafts"]},
  clothing: {
    said: {en: "clothing", de: "Kleidung", fr: "vêtement"},
    subgroups: ["clothing"],
  },
  music: {
    said: {en: "music", de: "Musik", fr: "musique"},
    subgroups: ["sound", "music", "musical-instrument"],
  },
  device: {
    said: {en: "device", de: "Gerät", fr: "appareil"},
    subgroups: ["phone", "computer", "light-video"],
  },
  book: {said: {en: "book", de: "Buch", fr: "livre"}, subgroups: ["book-paper"]},
  money: {said: {en: "money", de: "Geld", fr: "argent"}, subgroups: ["money"]},
  mail: {said: {en: "mail", de: "Post", fr: "courrier"}, subgroups: ["mail"]},
  office: {
    said: {en: "office", de: "Büro", fr: "bureau"},
    subgroups: ["writing", "office"],
  },
  tool: {said: {en: "tool", de: "Werkzeug", fr: "outil"}, subgroups: ["lock", "tool"]},
  science: {
    said: {en: "science", de: "Wissenschaft", fr: "science"},
    subgroups: ["science", "medical"],
  },
  household: {
    said: {en: "household", de: "Haushalt", fr: "maison"},
    subgroups: ["hotel", "household", "other-object"],
  },
} as const satisfies Readonly<Record<string, RawKind>>;

/** A kind whose wider word is checked once all are known. */
interface RawKind extends Omit<EmojiKind, "wider"> {
  readonly wider?: string;
}

export type EmojiCategory = keyof typeof kinds;

export const emojiKinds: Readonly<Record<EmojiCategory, EmojiKind>> = kinds;

/** By label, as in the packed set. */
export const emojiCategories = Object.keys(kinds) as readonly EmojiCategory[];

/** The kind that `subgroup` belongs to, or undefined for what is left out: people, flags and symbols. */
export function categoryOf(subgroup: string): EmojiCategory | undefined {
  return emojiCategories.find((name) => emojiKinds[name].subgroups.includes(subgroup));
}
