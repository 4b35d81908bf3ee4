import { fail, ok, type Result } from '../../billing/result.ts';

/** A tab that the browser froze never answers; the next one is asked beside it after so long. ms. */
const HEAD_START_MS = 3_000;
/** With the head start longer than the content script's own patience with IXC. ms. */
const PATIENCE_MS = 17_000;

/**
 * Asks tabs one after another until one answers. A tab without our script (it rejects, or answers with
 * nothing) is passed over at once; a silent one keeps its chance while the next is asked, since IXC itself
 * may be slow. `no-tab`: none had a script. Only for questions that change nothing: several may be asked.
 */
export async function askInTurn(
  tabs: readonly number[],
  ask: (tab: number) => Promise<unknown>,
): Promise<Result<unknown, { readonly kind: 'timeout' | 'no-tab' }>> {
  const asked: Promise<unknown>[] = [];
  for (const tab of tabs) {
    asked.push(answerOf(ask(tab)));
    const heard = await firstOf(asked, HEAD_START_MS);
    if (heard.ok) return heard;
  }
  return firstOf(asked, PATIENCE_MS);
}

async function answerOf(reply: Promise<unknown>): Promise<unknown> {
  const answer = await reply;
  if (answer === undefined || answer === null) throw new Error('no script');
  return answer;
}

async function firstOf(
  asked: readonly Promise<unknown>[],
  patience: number,
): Promise<Result<unknown, { readonly kind: 'timeout' | 'no-tab' }>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Result<never, { readonly kind: 'timeout' }>>((resolve) => {
    timer = setTimeout(() => resolve(fail({ kind: 'timeout' })), patience);
  });
  const heard = Promise.any(asked).then(
    (answer) => ok(answer),
    () => fail({ kind: 'no-tab' } as const),
  );
  try {
    return await Promise.race([heard, late]);
  } finally {
    clearTimeout(timer);
  }
}
