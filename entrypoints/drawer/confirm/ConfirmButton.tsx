import { useId, useRef, type MouseEvent, type ReactElement, type RefObject } from 'react';
import { i18n } from '#i18n';
import { useHeld } from '../../../components/use-held.ts';
import { useSeen } from './use-seen.ts';

const ARMING_MS = 600;
const COVERED_MS = 1500;

interface ConfirmButtonProps {
  /** What must be seen with the button: it says who pays how much. */
  readonly bar: RefObject<Element | null>;
  /** What would be confirmed; another subject arms anew. */
  readonly subject: string;
  /** How many answers had come: one that leaves the same subject on screen allows another press. */
  readonly answers?: number;
  readonly enabled: boolean;
  readonly sending: boolean;
  readonly sentence: string;
  readonly label: string;
  readonly onConfirm: () => void;
}

/** Answers only to a real click on a button that was visible with its bar, enabled and the same for a moment. */
export function ConfirmButton(props: ConfirmButtonProps): ReactElement {
  const { bar, subject, answers = 0, enabled, sending, sentence, label, onConfirm } = props;
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const spent = useRef<string | null>(null);
  const isBarSeen = useSeen(bar);
  const isButtonSeen = useSeen(button);
  const seen = isBarSeen && isButtonSeen;
  const armed = useHeld(enabled && seen, ARMING_MS, subject);
  const covered = useHeld(enabled && !seen, COVERED_MS, subject);

  const press = `${subject}/${String(answers)}`;
  const click = (event: MouseEvent): void => {
    // A second click can come before the first one is painted.
    if (!armed || !event.nativeEvent.isTrusted || spent.current === press) return;
    spent.current = press;
    onConfirm();
  };
  return (
    <>
      <p id={id} className="small">
        {sentence}
      </p>
      <button
        ref={button}
        type="button"
        className="primary"
        disabled={!armed}
        aria-describedby={id}
        onClick={click}
      >
        {sending ? i18n.t('plan.confirm_sending') : label}
      </button>
      <p role="status" className="small warn-text">
        {covered && i18n.t('plan.confirm_covered')}
      </p>
    </>
  );
}
