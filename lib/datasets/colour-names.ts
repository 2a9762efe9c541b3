import type {ColourWord} from "./colour-words.js";
import type {Language} from "./languages.js";

/** What each colour is called. */
export const colourNames: Readonly<Record<ColourWord, Readonly<Record<Language, string>>>> = {
  red: {en: "red", de: "rot", fr: "rouge"},
  orange: {en: "orange", de: "orange", fr: "orange"},
  yellow: {en: "yellow", de: "gelb", fr: "jaune"},
  green: {en: "green", de: "grün", fr: "vert"},
  blue: {en: "blue", de: "blau", fr: "bleu"},
  purple: {en: "purple", de: "lila", fr: "violet"},
  pink: {en: "pink", de: "rosa", fr: "rose"},
  brown: {en: "brown", de: "braun", fr: "brun"},
  black: {en: "black", de: "schwarz", fr: "noir"},
  white: {en: "white", de: "weiß", fr: "blanc"},
  grey: {en: "grey", de: "grau", fr: "gris"},
};
