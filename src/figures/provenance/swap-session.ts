/** A reader's dealings with two avatars: what is asked, answered, made and saved, each with the sentence that tells what came of it. */
import type {ByteImages} from "../../lib/image.js";
import type {Entry, Ledger, Purpose} from "../../lib/provenance/consent-entry.js";
import {withEntry} from "../../lib/provenance/consent-ledger.js";
import {
  consentTo,
  type Request,
  requestsOf,
  type Standing,
  standingOf,
} from "../../lib/provenance/consent-requests.js";
import {refusalText, standingText} from "../../lib/provenance/consent-words.js";

/** An avatar's picture [1, h, w, 3], and by attribute the probability that a classifier gives each option. */
export interface SeenPicture {
  readonly picture: ByteImages;
  readonly seen: readonly Float32Array[];
}

/** A picture as a file, known by its hash. */
export interface MadeFile {
  readonly png: Uint8Array;
  readonly hash: string;
}

export interface SwapSessionOptions {
  /** Numbers of avatars: the first is whose face it is, the second who wears it; the next come when another is asked for. */
  readonly numbers: Iterator<number, never>;
  /** Names of the attributes that stay the wearer's at first. */
  readonly stays: readonly string[];
  /** ISO time, of the reader's clock. */
  readonly now: () => string;
  /** The wearer with another's face. */
  swapped(face: number, wearer: number, stays: readonly string[]): SeenPicture;
  fileOf(picture: ByteImages): Promise<MadeFile>;
  /** Gives the reader the file, with its origin, signed; resolves to its name. */
  save(file: MadeFile, request: Request, stays: readonly string[]): Promise<string>;
}

interface Made {
  readonly seen: SeenPicture;
  readonly file: MadeFile;
  readonly request: number;
  readonly stays: readonly string[];
}

/** The last picture that was made, and whether it may be shown. */
export interface LastMade {
  readonly request: Request;
  readonly standing: Standing;
  readonly picture: SeenPicture;
}

export class SwapSession {
  ledger: Ledger = [];
  stays: readonly string[];
  face: number;
  wearer: number;
  #made: Made | undefined;

  constructor(private readonly options: SwapSessionOptions) {
    this.stays = options.stays;
    this.face = options.numbers.next().value;
    this.wearer = options.numbers.next().value;
  }

  another(which: "face" | "wearer"): void {
    this[which] = this.options.numbers.next().value;
  }

  ask(purpose: Purpose, lastsMs: number): string {
    const {face, wearer} = this;
    const at = this.options.now();
    const until = new Date(Date.parse(at) + lastsMs).toISOString();
    return this.#write(
      {kind: "asked", at, face, wearer, purpose, until},
      `Asked. ${face} has not answered yet, and no answer is no.`,
    );
  }

  /** Answers the last open request for the face. */
  answer(kind: "granted" | "refused"): string {
    const open = this.#requests().findLast(({state}) => state === "asked");
    if (!open) return `Nobody has asked for the face of ${this.face}. Ask first.`;
    const words = kind === "granted" ? "Yes, for this once." : "No. That is an answer.";
    return this.#write({kind, at: this.options.now(), request: open.id}, words);
  }

  /** Takes back all consent to wear the face, used or not. */
  takeBack(): string {
    const given = this.#requests().filter(({state}) => state === "granted" || state === "used");
    if (given.length === 0) return `There is no consent of ${this.face} to take back.`;
    for (const {id} of given)
      this.#write({kind: "revoked", at: this.options.now(), request: id}, "");
    return given.some(({made}) => made)
      ? "Taken back. What was made is withdrawn: it is not shown and cannot be saved any more. The log keeps that it was made. A copy that was saved before is out of reach."
      : "Taken back, before anything was made.";
  }

  /** Makes the picture, if there is consent. */
  async wear(purpose: Purpose): Promise<string> {
    const {face, wearer, stays} = this;
    const wish = {face, wearer, purpose};
    const consent = consentTo(this.ledger, wish, this.options.now());
    if ("why" in consent) return refusalText(consent, wish);
    const seen = this.options.swapped(face, wearer, stays);
    const file = await this.options.fileOf(seen.picture);
    const before = this.ledger;
    const words = this.#write(
      {kind: "used", at: this.options.now(), request: consent.id, picture: file.hash},
      `${wearer} wears the face of ${face}. This consent is used up; another picture needs another.`,
    );
    if (this.ledger !== before) this.#made = {seen, file, request: consent.id, stays};
    return words;
  }

  async save(): Promise<string> {
    const last = this.last();
    if (!this.#made || !last) return "There is no picture yet. Make one first.";
    if (last.standing !== "standing") return standingText(last.request, last.standing);
    const name = await this.options.save(this.#made.file, last.request, this.#made.stays);
    return `${name} is saved, and says in the file that its face was swapped. Drop it on Verify.`;
  }

  last(): LastMade | undefined {
    if (!this.#made) return undefined;
    const request = requestsOf(this.ledger)[this.#made.request - 1]!;
    const standing = standingOf(request, this.options.now());
    return standing && {request, standing, picture: this.#made.seen};
  }

  #requests(): Request[] {
    return requestsOf(this.ledger).filter(({face}) => face === this.face);
  }

  /** `words`, or why the log does not take the entry. */
  #write(entry: Entry, words: string): string {
    try {
      this.ledger = withEntry(this.ledger, entry);
      return words;
    } catch (error) {
      return (error as Error).message;
    }
  }
}
