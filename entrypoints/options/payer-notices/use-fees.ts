import { useEffect, useState } from 'react';
import { ask } from '../../../components/worker-client.ts';
import type { NoticeFees } from '../../../lib/billing/notices/notice-cost.ts';

const UNKNOWN: NoticeFees = { messaging: null, whatsapp: null, call: null };

/** The account's prices; unknown before they are read, and where they cannot be. */
export function useFees(accountId: string | null): NoticeFees {
  const [read, setRead] = useState<{ readonly of: string; readonly fees: NoticeFees } | null>(null);
  useEffect(() => {
    if (accountId === null) return undefined;
    let isCurrent = true;
    void ask({ verb: 'payer-notices/fees', accountId }).then((outcome) => {
      if (isCurrent && outcome.ok) setRead({ of: accountId, fees: outcome.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [accountId]);
  return read?.of === accountId ? read.fees : UNKNOWN;
}
