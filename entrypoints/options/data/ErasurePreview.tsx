import { useCallback, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { ActionOutcome } from '../../../components/ActionOutcome.tsx';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { erasureOf } from '../../../lib/engine/data/erasure.ts';
import { findSubject, type Subject } from '../../../lib/engine/data/subject.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { PanelView } from '../../../lib/messages/pages.ts';
import { useLedger } from '../use-ledger.ts';
import { ErasureLists } from './ErasureLists.tsx';
import { isNothing } from './erasure-words.ts';

interface ErasurePreviewProps {
  readonly subject: Subject;
  readonly panels: readonly PanelView[];
}

/** Says what goes and what has to stay, as it stands now, and only then offers to erase. */
export function ErasurePreview({ subject, panels }: ErasurePreviewProps): ReactElement | null {
  const read = useCallback(
    async (ledger: LedgerDatabase) =>
      erasureOf(
        await findSubject({ ledger, readSettings: () => Promise.resolve({ panels }) }, subject),
      ),
    [subject, panels],
  );
  const { value: erasure, failure } = useLedger(read);
  const erase = useAction<string | null>();
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (erasure === null) return <p className="soft">{i18n.t('action.loading')}</p>;
  if (erase.done !== null || erase.failure !== null)
    return <ActionOutcome action={erase} success={i18n.t('options_data.erased')} />;
  if (isNothing(erasure))
    return (
      <Notice tone="quiet" role="status">
        <p>{i18n.t('options_data.subject_none')}</p>
      </Notice>
    );
  return (
    <Notice tone="warn" role="status">
      <ErasureLists erasure={erasure} />
      {erasure.busy !== null ? (
        <p>{i18n.t('options_data.subject_busy', { invoice: erasure.busy })}</p>
      ) : (
        <button
          type="button"
          className="danger"
          disabled={erase.busy}
          onClick={() =>
            void erase.run(() => ask({ verb: 'data/subject', ...subject, what: 'erase' }))
          }
        >
          {erase.busy ? i18n.t('options_data.erasing') : i18n.t('options_data.erase')}
        </button>
      )}
    </Notice>
  );
}
