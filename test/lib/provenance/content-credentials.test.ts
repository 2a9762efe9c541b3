import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {containerOf, type PictureFormat} from "../../../lib/provenance/credential-container.js";
import {type ToldCredentials, toldCredentials} from "../../../lib/provenance/told-credentials.js";
import {credentialsIn} from "../../../src/provenance/credentials-reading.js";
import {ReadBlob, startReader} from "./content-credentials/reader.js";

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`content-credentials/${name}`, import.meta.url)));
const png = fixture("signed.png");
const jpeg = fixture("signed.jpg");
const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** PNG without the chunk of the credentials. */
function stripped(): Uint8Array {
  const at = Buffer.from(png).indexOf("caBX") - 4;
  const length = new DataView(png.buffer).getUint32(at);
  return Buffer.concat([png.subarray(0, at), png.subarray(at + 12 + length)]);
}

describe("where credentials may be", () => {
  it("is seen in the three formats, and nowhere else", () => {
    const webp = (name: string) =>
      bytesOf(`RIFF\x30\0\0\0WEBPVP8 \x03\0\0\0abc\0${name}\x02\0\0\0hi`);
    const found = [
      png,
      stripped(),
      jpeg,
      webp("C2PA"),
      webp("EXIF"),
      bytesOf("GIF89a"),
      bytesOf(""),
    ];
    expect(found.map(containerOf)).toEqual([
      {format: "image/png", hasCredentials: true},
      {format: "image/png", hasCredentials: false},
      {format: "image/jpeg", hasCredentials: true},
      {format: "image/webp", hasCredentials: true},
      {format: "image/webp", hasCredentials: false},
      undefined,
      undefined,
    ]);
  });

  it("is asked of any part of a file, and of lengths that lie, without an error or an end that never comes", () => {
    for (const file of [png, jpeg])
      for (let length = 0; length < 400; length++) containerOf(file.subarray(0, length));
    for (const lie of [0, 1, 0x7fffffff, 0xffffffff]) {
      const file = png.slice();
      new DataView(file.buffer).setUint32(33, lie);
      expect(containerOf(file)?.format).toBe("image/png");
      const other = jpeg.slice();
      new DataView(other.buffer).setUint16(4, lie & 0xffff);
      expect(containerOf(other)?.format).toBe("image/jpeg");
      const third = bytesOf("RIFF\0\0\0\0WEBPVP8 \0\0\0\0".repeat(2));
      new DataView(third.buffer).setUint32(16, lie, true);
      expect(containerOf(third)?.format).toBe("image/webp");
    }
  });
});

describe("what is read of them", () => {
  let read: (bytes: Uint8Array, format?: PictureFormat) => Promise<ToldCredentials | undefined>;
  beforeAll(async () => {
    const {WasmReader} = await startReader();
    read = (bytes, format = "image/png") =>
      credentialsIn(WasmReader, new ReadBlob(bytes, format), format);
  });
  /** The PNG with `words`, wherever they stand last, replaced by others as long. */
  const retold = (words: string, others: string) => {
    const file = Buffer.from(png);
    file.write(others, file.lastIndexOf(words));
    return file;
  };
  const faultsOf = async (bytes: Uint8Array) => (await read(bytes))?.faults;

  it("is who signed, with what, and what was done", async () => {
    const told = {
      signer: "A camera that is not one",
      program: "From Noise tests 1",
      title: "a picture of nothing",
      done: ["created: by a trained model"],
      madeOf: [],
      faults: [],
      others: [],
    };
    expect(await read(png)).toEqual(told);
    expect(await read(jpeg, "image/jpeg")).toEqual({...told, done: ["created: with a camera"]});
    expect(await read(stripped())).toBeUndefined();
  });

  it("names what was changed", async () => {
    const painted = png.slice();
    const pixels = Buffer.from(png).indexOf("IDAT") + 8;
    painted[pixels]! ^= 1;
    expect(await faultsOf(painted)).toEqual(["picture"]);
    expect(await faultsOf(retold("trainedAlgorithmicMedia", "digitalCapture/////////"))).toEqual([
      "statement",
    ]);
    expect(await faultsOf(retold("a picture of nothing", "A picture of nothing"))).toEqual([
      "signature",
    ]);
    expect(await faultsOf(retold("A camera that", "B camera that"))).toEqual(["signature"]);
  });

  it("is refused where the file is cut short", async () => {
    await expect(read(png.subarray(0, 3000))).rejects.toThrow(/PNG out of range/);
  });
});

describe("a store that anybody may have written", () => {
  const store = (manifest: unknown, more: object = {}) => ({
    ...{active_manifest: "a", manifests: {a: manifest}},
    ...more,
  });

  it("is told in short texts that do nothing, whatever it lacks", () => {
    expect(toldCredentials(store({}))).toEqual({
      ...{signer: "nobody by name", program: "a program without a name"},
      ...{done: [], madeOf: [], faults: [], others: []},
    });
    const told = toldCredentials(
      store({
        title: `\u001b[2J${"x".repeat(1e6)}`,
        signature_info: {issuer: 7, common_name: "\u202egnp.exe", time: ["now"]},
        claim_generator_info: "none",
        claim_generator: "old program",
        assertions: [
          {
            label: "c2pa.actions",
            data: {actions: [{action: "__proto__"}, {action: "c2pa.cropped"}]},
          },
          {label: 3, data: 4},
        ],
        ingredients: Array(1e5).fill({title: "one"}),
      }),
    );
    expect(told.title).toMatch(/^\\u\{1b\}\[2Jx{196}…$/);
    expect(told).toMatchObject({
      signer: "\\u{202e}gnp.exe",
      program: "old program",
      done: ["__proto__", "cropped"],
    });
    expect(told.at).toBeUndefined();
    expect(told.madeOf).toHaveLength(20);
  });

  it("has its faults in the order of their gravity, and those without words by their codes", () => {
    const failure = [
      ...[
        "timeStamp.mismatch",
        "assertion.dataHash.mismatch",
        "new.code",
        "signingCredential.untrusted",
      ],
      ...["claimSignature.mismatch", "claim.missing", "new.code"],
    ].map((code) => ({code}));
    const {faults, others} = toldCredentials(
      store({}, {validation_results: {activeManifest: {failure}}}),
    );
    expect(faults).toEqual(["signature", "statement", "picture", "certificate"]);
    expect(others).toEqual(["new.code"]);
  });

  it.each([
    [undefined, "invalid manifest store: undefined (an object)"],
    [[], "invalid manifest store: [] (an object)"],
    [{}, "invalid manifests: undefined (an object)"],
    [
      {active_manifest: "__proto__", manifests: {}},
      "invalid active manifest: undefined (an object)",
    ],
    [store({signature_info: "me"}), 'invalid part of a manifest: "me" (an object)'],
  ])("is refused where it is none: %j", (given, words) => {
    expect(() => toldCredentials(given)).toThrow(new RangeError(words));
  });
});
