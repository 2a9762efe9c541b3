/**
 * Makes `signed.png` and `signed.jpg`, pictures with Content Credentials by a certificate that nobody trusts:
 *
 *     npx tsx test/lib/provenance/content-credentials/make.ts
 *
 * Needs `openssl` and ImageMagick. Keys are made anew and thrown away, so the files are others each time.
 */
import {execFileSync} from "node:child_process";
import {createPrivateKey, sign as signature} from "node:crypto";
import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {ReadBlob, startReader} from "./reader.js";

const folder = mkdtempSync(join(tmpdir(), "credentials-"));
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, {cwd: folder, stdio: ["ignore", "ignore", "inherit"]});
const key = (name: string) =>
  run("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", `${name}.key`);

key("root");
run(
  "openssl",
  ...["req", "-x509", "-new", "-key", "root.key", "-sha256", "-days", "36500", "-out", "root.pem"],
  ...["-subj", "/O=Nobody/CN=A root that nobody trusts"],
  ...["-addext", "keyUsage=critical,keyCertSign,cRLSign"],
);
key("signer");
run(
  "openssl",
  ...["req", "-new", "-key", "signer.key", "-out", "signer.csr"],
  ...["-subj", "/O=A camera that is not one/CN=signer"],
);
const extensions = [
  "basicConstraints=critical,CA:FALSE",
  "keyUsage=critical,digitalSignature",
  "extendedKeyUsage=1.3.6.1.5.5.7.3.36,emailProtection",
  "subjectKeyIdentifier=hash",
  "authorityKeyIdentifier=keyid",
];
writeFileSync(join(folder, "extensions"), extensions.join("\n"));
run(
  "openssl",
  ...["x509", "-req", "-in", "signer.csr", "-CA", "root.pem", "-CAkey", "root.key"],
  ...["-CAcreateserial", "-days", "36000", "-sha256", "-extfile", "extensions"],
  ...["-out", "signer.pem"],
);

/** CBOR (RFC 8949): the head of an item, and byte and text strings. */
function head(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n]);
  if (n < 256) return Buffer.from([(major << 5) | 24, n]);
  return Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
}
const bytes = (data: Uint8Array) => Buffer.concat([head(2, data.length), data]);
const text = (words: string) => Buffer.concat([head(3, words.length), Buffer.from(words)]);

function certificate(name: string): Buffer {
  const pem = readFileSync(join(folder, `${name}.pem`), "utf8");
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
}

const reserveSize = 4096;

/** A signature of COSE (RFC 9052, 4.2) with ES256 and its certificates, as long as was reserved for it. */
async function sign(claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const chain = [head(4, 2), bytes(certificate("signer")), bytes(certificate("root"))];
  const header = Buffer.concat([head(5, 2), head(0, 1), head(1, 6), head(0, 33), ...chain]);
  const toSign = [head(4, 4), text("Signature1"), bytes(header), bytes(new Uint8Array())];
  const signed = signature("sha256", Buffer.concat([...toSign, bytes(claim)]), {
    key: createPrivateKey(readFileSync(join(folder, "signer.key"))),
    dsaEncoding: "ieee-p1363",
  });
  const whole = (padding: number) =>
    Buffer.concat([
      ...[Buffer.from([0xd2]), head(4, 4), bytes(header)],
      ...[head(5, 1), text("pad"), bytes(new Uint8Array(padding))],
      ...[Buffer.from([0xf6]), bytes(signed)],
    ]);
  let padding = reserveSize - whole(0).length;
  while (whole(padding).length > reserveSize) padding--;
  return new Uint8Array(whole(padding));
}

const {WasmBuilder} = await startReader();
for (const [kind, source] of [
  ["png", "trainedAlgorithmicMedia"],
  ["jpg", "digitalCapture"],
] as const) {
  run("convert", "-size", "28x28", "gradient:black-white", "-quality", "60", `plain.${kind}`);
  const format = kind === "jpg" ? "image/jpeg" : "image/png";
  const action = {
    action: "c2pa.created",
    digitalSourceType: `http://cv.iptc.org/newscodes/digitalsourcetype/${source}`,
    softwareAgent: {name: "From Noise"},
  };
  const definition = {
    claim_generator_info: [{name: "From Noise tests", version: "1"}],
    title: "a picture of nothing",
    format,
    assertions: [{label: "c2pa.actions.v2", data: {actions: [action]}}],
  };
  const builder = WasmBuilder.fromJson(
    JSON.stringify(definition),
    JSON.stringify({builder: {thumbnail: {enabled: false}}}),
  );
  const plain = new ReadBlob(readFileSync(join(folder, `plain.${kind}`)), format);
  const made = await builder.sign({sign, reserveSize, alg: "es256"}, format, plain);
  writeFileSync(new URL(`signed.${kind}`, import.meta.url), made);
}
