/**
 * A timer without the browser's floor of 4 ms: 0 means as soon as the messages that are waiting have been delivered,
 * which a message to oneself is.
 */
export function scheduler(): (task: () => void, ms: number) => void {
  const {port1, port2} = new MessageChannel();
  const tasks: (() => void)[] = [];
  port1.onmessage = () => tasks.shift()?.();
  return (task, ms) => {
    if (ms > 0) return void setTimeout(task, ms);
    tasks.push(task);
    port2.postMessage(undefined);
  };
}
