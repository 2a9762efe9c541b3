/** The languages that emoji are captioned in, as BCP 47 has them, each in its own words. */
export const languages = {en: "English", de: "Deutsch", fr: "français"} as const;

export type Language = keyof typeof languages;
