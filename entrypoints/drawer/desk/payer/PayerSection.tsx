import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../../components/Notice.tsx';
import { Section } from '../../../../components/Section.tsx';
import { failureText } from '../../../../components/text.ts';
import type { PayerData } from '../../../../lib/messages/payer-data.ts';
import type { DeskProps } from '../Desk.tsx';
import { CorrectInIxc } from './CorrectInIxc.tsx';
import { Differences } from './Differences.tsx';
import { SentWith } from './SentWith.tsx';
import { SharedByOthers } from './SharedByOthers.tsx';
import { UpdateProgress } from './UpdateProgress.tsx';

/** Who pays, wherever there is something to say about it: what differs, who shares the CPF, what was typed. */
export function PayerSection({ snapshot, connected, send }: DeskProps): ReactElement | null {
  const data = snapshot.desk.payer;
  if (data === null || !hasNews(data)) return null;
  const { payerId, differences, job, failure, shared, sharedRead, sentWith } = data;
  const isOver = job?.state === 'done' && differences.length === 0;
  return (
    <Section heading={i18n.t('payer.heading')}>
      {sentWith !== null && (
        <SentWith data={data} sentWith={sentWith} connected={connected} send={send} />
      )}
      {shared.length > 0 && <SharedByOthers shared={shared} />}
      {job !== null && <UpdateProgress job={job} connected={connected} send={send} />}
      {failure !== null && (
        <Notice tone="bad" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {payerId !== null && differences.length > 0 && (
        <>
          <Differences
            key={`${payerId} ${data.seen}`}
            data={data}
            payerId={payerId}
            atSend={snapshot.plan?.kind === 'new'}
            connected={connected}
            send={send}
          />
          <CorrectInIxc
            customerId={data.customerId}
            disabled={!connected || snapshot.busy}
            onReadAgain={() => {
              send({ verb: 'refresh' });
            }}
          />
        </>
      )}
      {!sharedRead && !isOver && maybeShared(data) && (
        <div className="buttons">
          <button
            type="button"
            disabled={!connected}
            onClick={() => {
              send({ verb: 'payer-data' });
            }}
          >
            {i18n.t('payer.search')}
          </button>
        </div>
      )}
    </Section>
  );
}

/** On an ordinary invoice nobody asks who else has the CPF. */
function maybeShared({ shared, differences }: PayerData): boolean {
  const isOther = differences.some(
    ({ field, kind }) => kind === 'differs' && (field === 'name' || field === 'document'),
  );
  return shared.length > 0 || isOther;
}

function hasNews({ differences, job, failure, shared, sentWith, payerId }: PayerData): boolean {
  return (
    (payerId !== null && differences.length > 0) ||
    job !== null ||
    failure !== null ||
    shared.length > 0 ||
    sentWith !== null
  );
}
