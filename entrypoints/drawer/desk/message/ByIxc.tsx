import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';

interface ByIxcProps {
  readonly kind: 'sms' | 'omnichannel';
  readonly phone: string;
  readonly disabled: boolean;
  readonly onSend: () => void;
}

/** IXC sends it at once and for money: what happens is said first, and confirmed. */
export function ByIxc({ kind, phone, disabled, onSend }: ByIxcProps): ReactElement {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <div className="buttons">
        <button
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
  const effect = kind === 'sms' ? 'message.send_ixc_sms' : 'message.send_ixc_omnichannel';
  return (
    <div className="stack">
      <p role="status">{i18n.t(effect, { phone })}</p>
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={disabled}
          onClick={(event) => {
            if (event.nativeEvent.isTrusted) onSend();
          }}
        >
          {i18n.t('message.send_ixc_confirm')}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            setAsking(false);
          }}
        >
          {i18n.t('message.back')}
        </button>
      </div>
    </div>
  );
}
