/** Requests for a face, as a log of consent has them: what became of each, and whether one allows what somebody is about to do. */
import type {Entry, Ledger, Terms} from "./consent-entry.js";

export interface Request extends Terms {
  /** The first is 1. */
  readonly id: number;
  readonly state: Entry["kind"];
  /** SHA-256 of what was made, and when. It stays where the consent is taken back. */
  readonly made?: {readonly picture: string; readonly at: string};
}

/** All requests, each in the state that the last entry about it left. */
export function requestsOf(ledger: Ledger): Request[] {
  const requests: Request[] = [];
  for (const entry of ledger) {
    if (entry.kind === "asked") {
      const {face, wearer, purpose, until} = entry;
      requests.push({id: requests.length + 1, face, wearer, purpose, until, state: "asked"});
      continue;
    }
    const before = requests[entry.request - 1]!;
    const made = entry.kind === "used" && {made: {picture: entry.picture, at: entry.at}};
    requests[entry.request - 1] = {...before, state: entry.kind, ...made};
  }
  return requests;
}

/** What somebody is about to do with a face. */
export type Wish = Omit<Terms, "until">;

/** Why a face may not be worn; of which request, where one comes near. */
export type Refusal =
  | {readonly why: "unasked"}
  | {
      readonly why: "unanswered" | "refused" | "used" | "revoked" | "over" | "purpose" | "wearer";
      readonly request: Request;
    };

/** The request that allows it at the time `at`, or why none does. */
export function consentTo(ledger: Ledger, wish: Wish, at: string): Request | Refusal {
  const requests = requestsOf(ledger)
    .filter(({face}) => face === wish.face)
    .reverse();
  const own = requests.filter(
    ({wearer, purpose}) => wearer === wish.wearer && purpose === wish.purpose,
  );
  const isOpen = ({state, until}: Request) => state === "granted" && at <= until;
  const open = own.find(isOpen);
  if (open) return open;
  const [last] = own;
  if (last) return {why: whyNot(last, at), request: last};
  const elsewhere = requests.filter(isOpen);
  const request = elsewhere.find(({wearer}) => wearer === wish.wearer) ?? elsewhere[0];
  if (!request) return {why: "unasked"};
  return {why: request.wearer === wish.wearer ? "purpose" : "wearer", request};
}

/** Of a request that is for just this and not open. */
function whyNot({state, until}: Request, at: string) {
  if (state === "granted" || (state === "asked" && at > until)) return "over";
  return state === "asked" ? "unanswered" : state;
}

/** What holds of a picture that was made: only a standing one may be saved. */
export type Standing = "standing" | "withdrawn" | "over";

/** Undefined where nothing was made. */
export function standingOf({state, made, until}: Request, at: string): Standing | undefined {
  if (!made) return undefined;
  if (state === "revoked") return "withdrawn";
  return at > until ? "over" : "standing";
}
