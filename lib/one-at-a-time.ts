/**
 * A queue: each task starts when the one before has ended, well or badly. Read-modify-write on a
 * storage area has no transactions, so this is what keeps two of them from losing an update.
 */
export function oneAtATime(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task, task);
    // The queue goes on after a failure; the failure itself belongs to whoever asked.
    last = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  };
}
