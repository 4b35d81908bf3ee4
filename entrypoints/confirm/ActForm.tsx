import { useId, useRef, useState, type MouseEvent, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { actName, refusalText } from '../../components/act-text.ts';
import { CheckBox } from '../../components/CheckBox.tsx';
import { Field } from '../../components/Field.tsx';
import { moneyText } from '../../components/formats.ts';
import { TextArea } from '../../components/TextArea.tsx';
import { typedMoney } from '../../components/typed-money.ts';
import { useHeld } from '../../components/use-held.ts';
import { holdsDocument } from '../../lib/billing/document-in-text.ts';
import { amountRefusal } from '../../lib/billing/acts/refusal.ts';
import type { Cents } from '../../lib/billing/money.ts';
import type { ActReading } from '../../lib/messages/charge-acts.ts';
import { amountDraft } from './amount-draft.ts';
import { CloseButton } from './CloseButton.tsx';
import type { Act } from './use-act.ts';

/** Long enough that a click meant for what was there before does not confirm. ms. */
const ARMING = 600;
const LONGEST_REASON = 200;

/** What the worker would refuse for its amount is told before it is asked. */
function amountErrorOf(
  { charge, seen, refunds, balance }: ActReading,
  left: Cents,
  value: Cents | null,
): string | undefined {
  if (value === null || value <= 0 || value > left) {
    return i18n.t('act.value_error', { left: moneyText(left) });
  }
  const refusal = amountRefusal(value, { ...charge, status: seen.status }, refunds, balance);
  return refusal === null ? undefined : refusalText(refusal);
}

interface ActFormProps {
  readonly act: Act;
  readonly reading: ActReading;
}

/** What only a person can say, and the button that answers to a real click once it was seen for a moment. */
export function ActForm({ act, reading }: ActFormProps): ReactElement {
  const { kind, left, needsReason } = reading;
  const note = useId();
  const spent = useRef(-1);
  const [reason, setReason] = useState('');
  const [draft, setDraft] = useState(() => (left === null ? '' : amountDraft(left)));
  const value = left === null ? null : typedMoney(draft);
  const amountError = left === null ? undefined : amountErrorOf(reading, left, value);
  const isAmountWrong = amountError !== undefined;
  const isReasonWrong = holdsDocument(reason);
  const [isOtherMeant, setOtherMeant] = useState(false);
  const isPayerSaid = !reading.asksOtherPayer || isOtherMeant;
  const isReasonSaid = !needsReason || reason.trim() !== '';
  const isComplete = !isAmountWrong && !isReasonWrong && isReasonSaid && isPayerSaid;
  // Another amount is another thing to confirm.
  const subject = `${String(act.readings)} ${draft}`;
  const armed = useHeld(isComplete && !act.busy, ARMING, subject);

  const confirm = (event: MouseEvent): void => {
    if (!armed || !event.nativeEvent.isTrusted || spent.current === act.readings) return;
    spent.current = act.readings;
    act.confirm({ reason: reason.trim(), value, otherPayer: isOtherMeant });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {left !== null && (
        <Field
          label={i18n.t('act.value')}
          value={draft}
          onChange={setDraft}
          inputMode="decimal"
          autoComplete="off"
          hint={i18n.t('act.value_hint', { left: moneyText(left) })}
          error={amountError}
        />
      )}
      <TextArea
        label={i18n.t(needsReason ? 'act.reason' : 'act.reason_optional')}
        value={reason}
        onChange={setReason}
        maxLength={LONGEST_REASON}
        hint={i18n.t('act.reason_hint')}
        error={isReasonWrong ? refusalText({ code: 'document-in-reason' }) : undefined}
      />
      {reading.asksOtherPayer && (
        <CheckBox
          label={i18n.t('act.other_tick')}
          checked={isOtherMeant}
          onChange={setOtherMeant}
        />
      )}
      <p id={note} className="visually-hidden">
        {`${reading.payer.name}, ${moneyText(reading.charge.value)}`}
      </p>
      <div className="buttons">
        <button
          type="button"
          className={kind === 'cancel' || kind === 'refund' ? 'danger' : 'primary'}
          disabled={!armed}
          aria-describedby={note}
          onClick={confirm}
        >
          {act.busy
            ? i18n.t('act.confirming')
            : actName({ kind, value: isAmountWrong ? null : value })}
        </button>
        <CloseButton />
      </div>
    </form>
  );
}
