/** How the reader of the Content Authenticity Initiative is asked for what is in a file. */
import type {WasmReader} from "@contentauth/c2pa-wasm";
import type {PictureFormat} from "../lib/provenance/credential-container.js";
import {type ToldCredentials, toldCredentials} from "../lib/provenance/told-credentials.js";

/** Nothing is fetched: neither credentials that lie elsewhere, nor whether a certificate was called back. */
const settings = JSON.stringify({verify: {remote_manifest_fetch: false, ocsp_fetch: false}});

/** Undefined where there are none. Rejects where the file, or what is in it, cannot be read. */
export async function credentialsIn(
  {fromBlob}: Pick<typeof WasmReader, "fromBlob">,
  file: Blob,
  format: PictureFormat,
): Promise<ToldCredentials | undefined> {
  const reader = await fromBlob(format, file, settings).catch((error) => {
    if (String(error).includes("JumbfNotFound")) return undefined;
    throw error;
  });
  if (!reader) return undefined;
  try {
    return toldCredentials(reader.manifestStore());
  } finally {
    reader.free();
  }
}
