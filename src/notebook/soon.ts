/** A task of its own as soon as there is room for one: a timer waits for 4 ms where timers follow each other. */

const {port1, port2} = new MessageChannel();
const send = port2.postMessage.bind(port2);
const works: (() => void)[] = [];
port1.onmessage = () => works.shift()?.();

/** Calls `work` after whatever has been told to this worker before. */
export function soon(work: () => void): void {
  works.push(work);
  send(null);
}
