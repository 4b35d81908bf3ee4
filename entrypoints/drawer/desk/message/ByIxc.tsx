import { useEffect, useRef, useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { momentText } from '../../../../components/formats.ts';
import type { LoggedMessage } from '../../../../lib/messages/payer-message.ts';
import { ConfirmButton } from '../../confirm/ConfirmButton.tsx';

interface ByIxcProps {
  readonly kind: 'sms' | 'omnichannel';
  readonly phone: string;
  /** What would be sent; another text is to be looked at anew. */
  readonly subject: string;
  /** The last one of this charge that IXC sent, or was asked to. */
  readonly before: LoggedMessage | null;
  readonly disabled: boolean;
  readonly onSend: () => void;
}

/** IXC sends it at once and for money: what happens is said first, and confirmed. */
export function ByIxc(props: ByIxcProps): ReactElement {
  const { disabled } = props;
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // The button that had the keyboard is there again.
    if (wasAsking.current && !asking) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (asking) {
    return (
      <Confirmation
        {...props}
        onBack={() => {
          setAsking(false);
        }}
      />
    );
  }
  return (
    <div className="buttons">
      <button
        ref={opener}
        type="button"
        disabled={disabled}
        onClick={() => {
          setAsking(true);
        }}
      >
        {i18n.t('message.send_ixc')}
      </button>
    </div>
  );
}

function Confirmation({
  kind,
  phone,
  subject,
  before,
  disabled,
  onSend,
  onBack,
}: ByIxcProps & { readonly onBack: () => void }): ReactElement {
  const whole = useRef<HTMLDivElement>(null);
  // What is confirmed is read first; the button takes no keyboard before it was on screen for a moment.
  useEffect(() => {
    whole.current?.focus();
  }, []);
  const effect = kind === 'sms' ? 'message.send_ixc_sms' : 'message.send_ixc_omnichannel';
  return (
    <div
      ref={whole}
      className="stack"
      role="group"
      tabIndex={-1}
      aria-label={i18n.t('message.send_ixc')}
    >
      {before !== null && (
        <p role="alert" className="warn-text">
          {i18n.t('message.send_ixc_before', { time: momentText(before.settledAt) })}
        </p>
      )}
      <ConfirmButton
        bar={whole}
        subject={`${subject}/${before?.id ?? ''}`}
        enabled={!disabled}
        sending={false}
        sentence={i18n.t(effect, { phone })}
        label={i18n.t('message.send_ixc_confirm')}
        onConfirm={onSend}
      />
      <div className="buttons">
        <button type="button" className="quiet" onClick={onBack}>
          {i18n.t('message.back')}
        </button>
      </div>
    </div>
  );
}
