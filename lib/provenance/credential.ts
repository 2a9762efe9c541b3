/**
 * A signed statement inside a PNG file: who holds the key says how the picture was made.
 *
 *     signature = ECDSA(P-256, SHA-256)(statement),   statement = {recipe, from, until, SHA-256(pixels), SHA-256(rest)}
 *
 * (FIPS 186-5; by WebCrypto, which is handed in.) It binds the way that Content Credentials do (C2PA 2.1, hard bindings): by hashes of the file's own
 * bytes. Whoever saves the same pixels again writes other bytes, and the binding is gone, as it is when the credential is cut out.
 *
 * The credential is one iTXt chunk before IEND, and its text is JSON of one form only, so that no byte of it can be changed unnoticed.
 */
import {type PngChunk, pngChunks, withPngText} from "../png-text.js";
import {parsed, type Statement, statementText} from "./statement.js";

/** Keyword of the chunk. */
export const credentialKeyword = "Credential";

/** Bytes of a key as it is told, an uncompressed point of the curve, and of a signature. */
const [keyBytes, signatureBytes] = [65, 64];

export interface Credential {
  /** In base64url, as the others. */
  readonly key: string;
  readonly statement: string;
  readonly signature: string;
}

export interface Signer {
  readonly subtle: SubtleCrypto;
  readonly keys: CryptoKeyPair;
}

export const signing = {name: "ECDSA", namedCurve: "P-256", hash: "SHA-256"} as const;

/** A new pair of keys. The private one cannot be read, only used. */
export function newKeys(subtle: SubtleCrypto): Promise<CryptoKeyPair> {
  return subtle.generateKey(signing, false, ["sign", "verify"]);
}

/** What others know a key by. */
export async function keyText(subtle: SubtleCrypto, keys: CryptoKeyPair): Promise<string> {
  return base64Of(new Uint8Array(await subtle.exportKey("raw", keys.publicKey)));
}

/** `png` with a credential that says `told` of it. One that it had is replaced. */
export async function withCredential(
  png: Uint8Array,
  told: Pick<Statement, "recipe" | "from" | "until">,
  {subtle, keys}: Signer,
): Promise<Uint8Array> {
  const plain = withoutCredential(png);
  const statement = statementText({...told, ...(await hashesOf(subtle, plain))});
  const bytes = new TextEncoder().encode(statement);
  const signature = base64Of(new Uint8Array(await subtle.sign(signing, keys.privateKey, bytes)));
  const credential = {key: await keyText(subtle, keys), statement, signature};
  return withPngText(plain, credentialKeyword, credentialText(credential));
}

export function credentialText({key, statement, signature}: Credential): string {
  return JSON.stringify({key, statement, signature});
}

/** The credential, or undefined for a text that `credentialText` did not write. */
export function parseCredential(text: string): Credential | undefined {
  const value = parsed(text) as Credential | undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const {key, statement, signature} = value;
  if (![key, statement, signature].every((part) => typeof part === "string")) return undefined;
  const isWhole =
    bytesOf(key)?.length === keyBytes && bytesOf(signature)?.length === signatureBytes;
  return isWhole && credentialText(value) === text ? value : undefined;
}

/** Texts of all credentials in the chunks. */
export function credentialsIn(chunks: readonly PngChunk[]): readonly string[] {
  return chunks.filter(isCredential).map(({data}) => textIn(data));
}

/** `png` without any credential. */
export function withoutCredential(png: Uint8Array): Uint8Array<ArrayBuffer> {
  return joined(png, (chunk) => !isCredential(chunk));
}

/** Whether the signature is that of the statement, by the key that the credential names. */
export async function isSigned(subtle: SubtleCrypto, credential: Credential): Promise<boolean> {
  const statement = new TextEncoder().encode(credential.statement);
  try {
    const key = await subtle.importKey("raw", bytesOf(credential.key)!, signing, true, ["verify"]);
    return await subtle.verify(signing, key, bytesOf(credential.signature)!, statement);
  } catch {
    return false; // bytes that are no point of the curve
  }
}

/** Hashes of what a file holds: the pixels, and all else but the credential. */
export async function hashesOf(
  subtle: SubtleCrypto,
  png: Uint8Array,
): Promise<Pick<Statement, "pixels" | "rest">> {
  const [pixels, rest] = await Promise.all([
    hash(subtle, joined(png, isPicture)),
    hash(
      subtle,
      joined(png, (chunk) => !isPicture(chunk) && !isCredential(chunk)),
    ),
  ]);
  return {pixels, rest};
}

/** The first eight digits of a key's hash: enough to tell two keys apart by eye. */
export async function fingerprint(subtle: SubtleCrypto, key: string): Promise<string> {
  const digits = await hash(subtle, new TextEncoder().encode(key));
  return `${digits.slice(0, 4)} ${digits.slice(4, 8)}`;
}

/** A file of the chunks that are `kept`, behind the eight bytes that every PNG file begins with. */
function joined(png: Uint8Array, kept: (chunk: PngChunk) => boolean): Uint8Array<ArrayBuffer> {
  const parts = pngChunks(png)
    .filter(kept)
    .map(({start, data}) => png.subarray(start, start + data.length + 12));
  const bytes = new Uint8Array(8 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes.set(png.subarray(0, 8));
  let at = 8;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Whether the chunk decides what is seen. */
function isPicture({type}: PngChunk): boolean {
  return ["IHDR", "PLTE", "tRNS", "IDAT"].includes(type);
}

function isCredential({type, data}: PngChunk): boolean {
  const start = [...new TextEncoder().encode(`${credentialKeyword}\0`)];
  return type === "iTXt" && start.every((byte, i) => data[i] === byte);
}

function textIn(data: Uint8Array): string {
  return new TextDecoder().decode(data.subarray(credentialKeyword.length + 5));
}

async function hash(subtle: SubtleCrypto, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64Of(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The bytes, or undefined for what `base64Of` does not write. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const decoded = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(decoded, (letter) => letter.charCodeAt(0));
  return base64Of(bytes) === text ? bytes : undefined;
}
