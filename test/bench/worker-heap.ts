import type { ChromiumSession } from '../e2e/harness/chromium.ts';

/** Bytes of script objects that the extension's worker holds once everything else was collected. */
export async function workerHeap({ context, extensionId }: ChromiumSession): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('the browser has no session of its own');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.includes(extensionId),
  );
  if (!target) throw new Error('the worker does not run');
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  const call = (id: number, method: string) =>
    new Promise<unknown>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer = JSON.parse(message) as { id?: number; result?: unknown };
        if (answer.id === id) resolve(answer.result);
      });
      const message = JSON.stringify({ id, method });
      void session.send('Target.sendMessageToTarget', { sessionId, message });
    });
  try {
    await call(1, 'HeapProfiler.collectGarbage');
    const { usedSize } = (await call(2, 'Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  } finally {
    await session.detach();
  }
}
