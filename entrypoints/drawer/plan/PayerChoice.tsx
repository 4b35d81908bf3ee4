import { useEffect, useId, useRef, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices as ChoiceGroup } from '../../../components/Choice.tsx';
import { Notice } from '../../../components/Notice.tsx';
import type { DrawerRequest, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { Comparison } from '../desk/payer/Comparison.tsx';
import type { Choices } from '../use-choices.ts';

interface PayerChoiceProps {
  readonly snapshot: DrawerSnapshot;
  /** One document and two names. */
  readonly alarm: boolean;
  readonly choices: Choices;
  readonly send: (request: DrawerRequest) => void;
}

/** Names side by side: only a person can tell whether two records are the same person. */
export function PayerChoice({ snapshot, alarm, choices, send }: PayerChoiceProps): ReactElement {
  const { payers, customer, desk } = snapshot;
  const id = useId();
  const asked = payers.map((payer) => payer.id).join();
  const askedFor = useRef('');
  useEffect(() => {
    // Once for these payers: the answer comes as another snapshot.
    if (asked === '' || askedFor.current === asked) return;
    askedFor.current = asked;
    send({ verb: 'payer-data' });
  }, [asked, send]);
  if (payers.length === 0) return <p className="soft">{i18n.t('choice.payer_none')}</p>;
  return (
    <>
      {alarm && (
        <Notice tone="bad" role="alert" title={i18n.t('payer.alarm_title')}>
          <p>{i18n.t('payer.alarm_note')}</p>
        </Notice>
      )}
      <ChoiceGroup legend={i18n.t('choice.payer_heading')}>
        {payers.map((payer) => (
          <div key={payer.id} className="stack">
            <Choice
              name="payer"
              label={`${payer.name} (${payer.id})`}
              describedBy={`${id}-${payer.id}`}
              checked={choices.current.payerId === payer.id}
              onSelect={() => {
                choices.choose({ payerId: payer.id });
              }}
            />
            {customer !== null && (
              <Comparison
                id={`${id}-${payer.id}`}
                customer={customer}
                payer={payer}
                charges={desk.payer?.charges[payer.id]}
              />
            )}
          </div>
        ))}
      </ChoiceGroup>
    </>
  );
}
