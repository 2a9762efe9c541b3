import {type Store, stores} from "./disk.js";

/** An entry by its place; key "" for all of a kind. */
export interface Named {
  readonly store: Store;
  readonly key: string;
}

/** A channel to the course's other tabs. */
export interface Tabs {
  post(message: unknown): void;
  listen(onmessage: (message: unknown) => void): void;
}

/** The entry that a message names, if it is one of ours. */
export function readNamed(message: unknown): Named | undefined {
  const {store, key} = (message ?? {}) as Record<string, unknown>;
  const isOurs = stores.includes(store as Store) && typeof key === "string";
  return isOurs ? {store: store as Store, key} : undefined;
}

/** The channel called `name`; one that nobody is on where storage is denied. */
export function channel(name: string): Tabs {
  try {
    const tabs = new BroadcastChannel(name);
    return {
      post: (message) => tabs.postMessage(message),
      listen: (onmessage) => tabs.addEventListener("message", ({data}) => onmessage(data)),
    };
  } catch {
    return {post: () => {}, listen: () => {}}; // denied with the storage
  }
}
