import type {LayersModelParts} from "../../lib/training/protocol.js";

/** A network as `tf.loadLayersModel` reads it: `model.json` and `weights.bin` in one zip file. */
export function weightsZip(parts: LayersModelParts): Promise<Uint8Array> {
  return zipped([["", parts]]);
}

/** Several networks in one zip file, each in a folder of its name. */
export function networksZip(
  networks: readonly (readonly [name: string, parts: LayersModelParts])[],
): Promise<Uint8Array> {
  return zipped(networks.map(([name, parts]) => [`${name}/`, parts]));
}

async function zipped(
  folders: readonly (readonly [path: string, parts: LayersModelParts])[],
): Promise<Uint8Array> {
  const {strToU8, zipSync} = await import("../../vendor/fflate.js"); // not before someone saves
  const files = folders.flatMap(([path, {modelJson, weights}]) => [
    [`${path}model.json`, strToU8(modelJson)] as const,
    [`${path}weights.bin`, [weights, {level: 0}]] as const,
  ]);
  return zipSync(Object.fromEntries(files) as Parameters<typeof zipSync>[0]);
}
