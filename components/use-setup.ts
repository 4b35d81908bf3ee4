import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { FailureView } from '../lib/messages/failure.ts';
import type { PagePush, SetupView } from '../lib/messages/pages.ts';
import { ask } from './worker-client.ts';

export interface Setup {
  /** Null until the first answer. */
  readonly view: SetupView | null;
  readonly failure: FailureView | null;
  readonly reload: () => Promise<void>;
}

/** The setup as the worker knows it, read again whenever it changes anywhere. */
export function useSetup(): Setup {
  const [view, setView] = useState<SetupView | null>(null);
  const [failure, setFailure] = useState<FailureView | null>(null);

  const reload = useCallback(async () => {
    const outcome = await ask({ verb: 'setup/read' });
    if (outcome.ok) setView(outcome.value);
    setFailure(outcome.ok ? null : outcome.error);
  }, []);

  useEffect(() => {
    const onPush = (message: unknown): undefined => {
      if (isSetupChanged(message)) void reload();
    };
    browser.runtime.onMessage.addListener(onPush);
    const first = setTimeout(() => void reload(), 0);
    return () => {
      clearTimeout(first);
      browser.runtime.onMessage.removeListener(onPush);
    };
  }, [reload]);

  return { view, failure, reload };
}

function isSetupChanged(message: unknown): message is PagePush {
  return (
    typeof message === 'object' &&
    message !== null &&
    'push' in message &&
    message.push === 'setup-changed'
  );
}
