/**
 * `npx tsx data/pack-emoji.ts`: packs emoji from the dev dependencies `emoji-datasource-google` and `emojibase-data`: pictures of each size, as places
 * in a palette of 256 colours, and captions. Zopfli gives the same bytes on every machine.
 */
import zopfli from "@gfx/zopfli";
import {packAttributes} from "../lib/datasets/attribute-dataset.js";
import {mainColour} from "../lib/datasets/colour-words.js";
import {emoji, emojiCaptionsFile, emojiPicturesFile, emojiSides} from "../lib/datasets/emoji.js";
import {packCaptions} from "../lib/datasets/emoji-captions.js";
import {sourcedEmoji} from "./emoji-source.js";
import {onWhite} from "./on-white.js";
import {indicesOf, paletteOf} from "./palette.js";
import {type FileFacts, writeData} from "./write-manifest.js";

const all = sourcedEmoji();
const labels = Uint8Array.from(
  all.flatMap(({caption}) => {
    const words = [caption.category, mainColour(caption.colours)!];
    return emoji.attributes.map(({options}, i) => options.indexOf(words[i]!));
  }),
);
const script = "npx tsx data/pack-emoji.ts";

for (const side of emojiSides) {
  const pixels = Buffer.concat(all.map((each) => onWhite(each.pixels, side)));
  const palette = paletteOf(pixels, 256);
  const shape = [all.length, side, side] as const;
  await write(
    emojiPicturesFile(side),
    packAttributes(labels, {palette, indices: indicesOf(pixels, palette), shape}),
    {
      title: `emoji of ${side} by ${side} pixels, without people, flags and symbols`,
      shape: [...shape, 3],
      attributes: Object.fromEntries(emoji.attributes.map(({name, options}) => [name, options])),
      source: {
        title: "Noto Emoji, from the npm package emoji-datasource-google",
        url: "https://www.npmjs.com/package/emoji-datasource-google",
        version: "16.0.0",
      },
      author: "Google (Noto Emoji), Cal Henderson (emoji-data)",
      licence: "Apache-2.0",
      licenceNote:
        "The pictures' licence. Changed: made smaller, on white, in 256 colours, with the colour of the largest area measured.",
      script,
    },
  );
}

await write(emojiCaptionsFile, packCaptions(all.map(({caption}) => caption)), {
  title: "captions of the emoji in English, German and French",
  shape: [all.length],
  source: {
    title: "Emoji names and tags, from the npm package emojibase-data",
    url: "https://www.npmjs.com/package/emojibase-data",
    version: "17.0.0",
  },
  author: "Miles Johnson (Emojibase), Unicode (CLDR)",
  licence: "MIT",
  licenceNote:
    "Names and tags are of Unicode's CLDR (Unicode-3.0) and Emojibase's own. Changed: kinds put together, colours measured from the pictures.",
  script,
});

async function write(
  key: string,
  bytes: Uint8Array,
  facts: Omit<FileFacts, "file">,
): Promise<void> {
  const packed = await zopfli.gzipAsync(bytes, {numiterations: 15});
  const entry = writeData(key, packed, {...facts, file: `${key}.bin.gz`});
  console.log(`${entry.file}: ${entry.bytes} bytes, sha256 ${entry.sha256}`);
}
