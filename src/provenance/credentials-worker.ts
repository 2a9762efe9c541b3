/** Reads Content Credentials beside the page, in a worker that is ended when it is done or takes too long: the file may be hostile. */
import init, {WasmReader} from "@contentauth/c2pa-wasm";
import {credentialsIn} from "./credentials-reading.js";
import type {FromCredentials, ToCredentials} from "./read-credentials.js";

const say = (message: FromCredentials) => self.postMessage(message);

self.onmessage = async ({data: {reader, file, format}}: MessageEvent<ToCredentials>) => {
  try {
    await init({module_or_path: await WebAssembly.compile(reader)});
    say({kind: "told", told: await credentialsIn(WasmReader, file, format)});
  } catch (error) {
    say({kind: "unread", why: error instanceof Error ? error.message : String(error)});
  }
};
