import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { Choice, Choices } from '../../../../components/Choice.tsx';
import { payerFieldText } from '../../../../components/text.ts';
import type { PayerDifference } from '../../../../lib/billing/payer/differences.ts';
import { isFillable } from '../../../../lib/billing/payer/payer-field.ts';
import type { PayerField } from '../../../../lib/billing/payer/payer-field.ts';
import type { PayerData } from '../../../../lib/messages/payer-data.ts';
import type { DeskProps } from '../Desk.tsx';

interface DifferencesProps extends Pick<DeskProps, 'connected' | 'send'> {
  readonly data: PayerData;
  readonly payerId: string;
  /** A sending to this payer is on screen, whose confirmation fills the blanks. */
  readonly atSend: boolean;
}

/** Where the two differ, field by field: what is blank is filled, and of the rest a person says which is right. */
export function Differences({ data, payerId, atSend, ...line }: DifferencesProps): ReactElement {
  const [taken, setTaken] = useState<readonly PayerField[]>([]);
  const { differences, seen, job } = data;
  const blanks = differences.filter(isFilled);
  const asked = differences.filter((each) => each.kind !== 'unusable' && !isFilled(each));
  const fields = taken.filter((field) => asked.some((each) => each.field === field));
  const isBusy = job !== null && !['done', 'blocked', 'cancelled'].includes(job.state);
  return (
    <form
      className="stack payer-differences"
      onSubmit={(event) => {
        event.preventDefault();
        line.send({ verb: 'payer-update', payerId, fields: [...fields], seen });
      }}
    >
      <p>{i18n.t('payer.differences')}</p>
      {blanks.length > 0 && (
        <p>
          {i18n.t('payer.blanks', {
            fields: blanks.map(({ field }) => payerFieldText(field)).join(', '),
          })}{' '}
          {atSend ? i18n.t('payer.blanks_at_send') : i18n.t('payer.blanks_by_hand')}
        </p>
      )}
      {asked.map((each) => (
        <Asked
          key={each.field}
          difference={each}
          taken={fields.includes(each.field)}
          onTake={(isTaken) => {
            const others = taken.filter((field) => field !== each.field);
            setTaken(isTaken ? [...others, each.field] : others);
          }}
        />
      ))}
      {differences
        .filter(({ kind }) => kind === 'unusable')
        .map(({ field, ixc }) => (
          <p key={field} className="warn-text">
            {i18n.t('payer.unusable', { field: payerFieldText(field), value: ixc })}
          </p>
        ))}
      {fields.some((field) => field === 'name' || field === 'document') && (
        <p className="warn-text" role="status">
          {i18n.t('payer.document_note')}
        </p>
      )}
      {(blanks.length > 0 || asked.length > 0) && (
        <div className="buttons">
          <button
            type="submit"
            disabled={!line.connected || isBusy || (blanks.length === 0 && fields.length === 0)}
          >
            {i18n.t('payer.update')}
          </button>
        </div>
      )}
    </form>
  );
}

interface AskedProps {
  readonly difference: PayerDifference;
  readonly taken: boolean;
  readonly onTake: (isTaken: boolean) => void;
}

function Asked({ difference, taken, onTake }: AskedProps): ReactElement {
  const { field, ixc, asaas } = difference;
  return (
    <Choices legend={payerFieldText(field)}>
      <Choice
        name={`payer-${field}`}
        label={asaas === null ? i18n.t('payer.keep_blank') : i18n.t('payer.keep', { value: asaas })}
        checked={!taken}
        onSelect={() => {
          onTake(false);
        }}
      />
      <Choice
        name={`payer-${field}`}
        label={i18n.t('payer.take', { value: ixc })}
        checked={taken}
        onSelect={() => {
          onTake(true);
        }}
      />
    </Choices>
  );
}

function isFilled({ field, kind }: PayerDifference): boolean {
  return isFillable(field, kind);
}
