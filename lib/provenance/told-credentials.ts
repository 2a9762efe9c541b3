/**
 * What Content Credentials (C2PA) say of a picture, from the manifest store that the reader of the Content Authenticity Initiative finds in its file. Every word of it
 * is somebody's claim, and may be of any length: what is shown is short, and does nothing.
 */
import {type Fields, fieldsOf} from "../field-checks.js";
import {visible} from "../visible.js";

/** What was found to be wrong, the gravest first; without anything, all that was signed is as it was. */
export type CredentialFault = keyof typeof faultWords;

export interface ToldCredentials {
  /** The organisation in the certificate, by its own word. */
  readonly signer: string;
  /** When it was signed, by a third party's clock. */
  readonly at?: string;
  /** The program that wrote them. */
  readonly program: string;
  readonly title?: string;
  /** What was done, in order: "created: by a trained model". */
  readonly done: readonly string[];
  /** Titles of the pictures that it was made of. */
  readonly madeOf: readonly string[];
  readonly faults: readonly CredentialFault[];
  /** Findings that this course has no words for. */
  readonly others: readonly string[];
}

export const faultWords = {
  signature:
    "The signature does not fit what was signed: what is said, or the certificate, was changed.",
  statement: "A part of what is said of the picture is not the one that was signed.",
  picture:
    "The file is not the one that was signed: the picture, or something beside it, was changed.",
  certificate: "The certificate of the signer, or the time on it, is not in order.",
} as const;

export const unharmed =
  "The signature holds, and neither the file nor what is said of it was changed since. Who the signer is, nothing here can tell: this page keeps no list of those to be believed, and anybody can make such a certificate.";

/** By how codes of validation begin (C2PA 2.2, section 15.2), the first that fits. */
const faultsByCode: readonly (readonly [begins: RegExp, fault: CredentialFault])[] = [
  [/^claimSignature\./, "signature"],
  [/^assertion\.(data|bmff|boxes|collection|multiAsset)Hash\./, "picture"],
  [/^(assertion|claim|manifest|ingredient|hashedURI)\./, "statement"],
  [/^(signingCredential|timeStamp)\./, "certificate"],
];

/** No list of trusted signers is asked, so of every certificate the reader says this. */
const unasked = "signingCredential.untrusted";

const [mostItems, mostCharacters] = [20, 200];

/** Throws a RangeError with the path where `store` is no manifest store. */
export function toldCredentials(store: unknown): ToldCredentials {
  const fields = fieldsOf("manifest store", store);
  const manifest = activeManifest(fields);
  const {claim_generator_info, claim_generator, signature_info, title, assertions, ingredients} =
    manifest;
  const {issuer, common_name, time} = optionalFields(signature_info);
  const [generator] = itemsOf(claim_generator_info).map(optionalFields);
  const {name = claim_generator, version} = generator ?? {};
  const shownTitle = shortText(title);
  const at = shortText(time);
  return {
    signer: shortText(issuer) ?? shortText(common_name) ?? "nobody by name",
    ...(at !== undefined && {at}),
    program: [shortText(name) ?? "a program without a name", shortText(version) ?? ""]
      .join(" ")
      .trim(),
    ...(shownTitle !== undefined && {title: shownTitle}),
    done: itemsOf(assertions).map(optionalFields).flatMap(doneIn).slice(0, mostItems),
    madeOf: itemsOf(ingredients).map(
      (each) => shortText(optionalFields(each).title) ?? "a picture without a title",
    ),
    ...faultsIn(fields),
  };
}

function activeManifest({active_manifest, manifests}: Fields): Fields {
  const all = fieldsOf("manifests", manifests);
  const label = typeof active_manifest === "string" ? active_manifest : "";
  return fieldsOf("active manifest", Object.hasOwn(all, label) ? all[label] : undefined);
}

function faultsIn({validation_results}: Fields): Pick<ToldCredentials, "faults" | "others"> {
  const {activeManifest} = optionalFields(validation_results);
  const codes = itemsOf(optionalFields(activeManifest).failure, 1000).map(
    (each) => shortText(optionalFields(each).code) ?? "unknown",
  );
  const found = codes.filter((code) => code !== unasked);
  const faults = new Set<CredentialFault>();
  const others = new Set<string>();
  for (const code of found) {
    const fault = faultsByCode.find(([begins]) => begins.test(code))?.[1];
    if (fault) faults.add(fault);
    else others.add(code);
  }
  const order = Object.keys(faultWords) as CredentialFault[];
  return {
    faults: order.filter((fault) => faults.has(fault)),
    others: [...others].slice(0, mostItems),
  };
}

const actionWords: Readonly<Record<string, string>> = {
  "c2pa.created": "created",
  "c2pa.opened": "opened",
  "c2pa.placed": "another picture put in",
  "c2pa.removed": "a picture taken out",
  "c2pa.edited": "edited",
  "c2pa.cropped": "cropped",
  "c2pa.resized": "resized",
  "c2pa.orientation": "turned",
  "c2pa.color_adjustments": "colours adjusted",
  "c2pa.filtered": "filtered",
  "c2pa.drawing": "drawn on",
  "c2pa.converted": "converted to another format",
  "c2pa.transcoded": "encoded anew",
  "c2pa.published": "published",
};

/** The last part of the IPTC's names of digital sources. */
const sourceWords: Readonly<Record<string, string>> = {
  trainedAlgorithmicMedia: "by a trained model",
  compositeWithTrainedAlgorithmicMedia: "partly by a trained model",
  compositeSynthetic: "of parts, some of them by a model",
  algorithmicMedia: "by a program that was not trained",
  digitalCapture: "with a camera",
  computationalCapture: "with a camera, of several shots",
  negativeFilm: "from a negative on film",
  positiveFilm: "from a positive on film",
  print: "from a print",
  screenCapture: "from a screen",
  humanEdits: "by a person, from another picture",
  digitalCreation: "by a person, with a program",
  digitalArt: "by a person, with a program",
  composite: "of several pictures",
  dataDrivenMedia: "from data",
  virtualRecording: "in a virtual world",
};

function doneIn({label, data}: Fields): string[] {
  if (typeof label !== "string" || !label.startsWith("c2pa.actions")) return [];
  return itemsOf(optionalFields(data).actions).map((each) => {
    const {action, digitalSourceType} = optionalFields(each);
    const what = wordFor(actionWords, shortText(action) ?? "something that is not named");
    const source = shortText(digitalSourceType)?.split("/").at(-1);
    return source === undefined ? what : `${what}: ${wordFor(sourceWords, source)}`;
  });
}

function wordFor(words: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(words, name) ? words[name]! : name;
}

function optionalFields(value: unknown): Fields {
  return value === undefined || value === null ? {} : fieldsOf("part of a manifest", value);
}

function itemsOf(value: unknown, most = mostItems): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

function shortText(value: unknown): string | undefined {
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const short = value.length > mostCharacters ? `${value.slice(0, mostCharacters)}…` : value;
  return visible(short);
}
