import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { copyText } from '../../../../components/clipboard.ts';
import { Field } from '../../../../components/Field.tsx';
import { Notice } from '../../../../components/Notice.tsx';
import { TextArea } from '../../../../components/TextArea.tsx';
import { LONGEST_MESSAGE } from '../../../../lib/billing/message/edited-text.ts';
import type { DrawerRequest } from '../../../../lib/messages/drawer.ts';
import type {
  LoggedMessage,
  MessageDraft,
  PayerMessage,
} from '../../../../lib/messages/payer-message.ts';
import { Lengths } from './Lengths.tsx';
import { ByIxc } from './ByIxc.tsx';
import { isLongSms, overlong } from './overlong.ts';
import type { OpenDraft, TypedText } from './use-open-draft.ts';

interface DraftFormProps {
  readonly draft: MessageDraft;
  readonly message: PayerMessage;
  readonly opened: OpenDraft;
  readonly connected: boolean;
  readonly send: (request: DrawerRequest) => void;
}

/** One composed message, to be changed and opened elsewhere. */
export function DraftForm(props: DraftFormProps): ReactElement {
  const { draft, message, opened, connected, send } = props;
  const [{ text, subject }, setTyped] = useState<TypedText>(opened.typed ?? draft);
  const [copied, setCopied] = useState<boolean | null>(null);
  const { cap } = message;
  const mayLeave = connected && cap.used < cap.most;
  const long = overlong(draft, subject, text);

  const type = (patch: Partial<TypedText>): void => {
    const typed = { text, subject, ...patch };
    setTyped(typed);
    opened.type(typed);
  };
  const leave = (by: 'whatsapp' | 'mail' | 'copy' | 'ixc'): void => {
    send({ verb: 'message-out', by, draft: draft.id, subject, text });
  };
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(text.trim());
    setCopied(isCopied);
    if (isCopied) leave('copy');
  };
  return (
    <form
      className="stack card"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Reached draft={draft} />
      {draft.mail !== null && (
        <Field
          label={i18n.t('message.subject')}
          value={subject}
          onChange={(typed) => {
            type({ subject: typed });
          }}
        />
      )}
      <TextArea
        label={i18n.t('message.text')}
        hint={i18n.t('message.text_hint')}
        rows={12}
        maxLength={LONGEST_MESSAGE}
        value={text}
        onChange={(typed) => {
          type({ text: typed });
        }}
      />
      {draft.collection && <p className="soft small">{i18n.t('message.collection')}</p>}
      {(message.unread !== null || draft.isUnchecked || draft.left > 0) && (
        <Notice tone="warn">
          {message.unread !== null && <p>{i18n.t('message.unread')}</p>}
          {draft.isUnchecked && <p>{i18n.t('message.unchecked')}</p>}
          {draft.left > 0 && <p>{i18n.t('message.left_out', draft.left)}</p>}
        </Notice>
      )}
      <Lengths draft={draft} subject={subject} text={text} withSms={message.ixc === 'sms'} />
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={!mayLeave || 'missing' in draft.phone || long.whatsapp}
          onClick={(event) => {
            if (event.nativeEvent.isTrusted) leave('whatsapp');
          }}
        >
          {i18n.t('message.open_whatsapp')}
        </button>
        <button
          type="button"
          disabled={!mayLeave || draft.mail === null || long.mail}
          onClick={(event) => {
            if (event.nativeEvent.isTrusted) leave('mail');
          }}
        >
          {i18n.t('message.open_mail')}
        </button>
        <button
          type="button"
          disabled={!mayLeave}
          onClick={(event) => {
            if (event.nativeEvent.isTrusted) void copy();
          }}
        >
          {i18n.t('message.copy')}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => {
            opened.compose(null);
          }}
        >
          {i18n.t('message.cancel')}
        </button>
      </div>
      {message.ixc !== null && !('missing' in draft.phone) && (
        <ByIxc
          kind={message.ixc}
          phone={draft.phone.number}
          subject={`${String(draft.id)}/${String(draft.tries)}/${text}`}
          before={lastByIxc(message.log)}
          disabled={!mayLeave || (message.ixc === 'sms' && isLongSms(text))}
          onSend={() => {
            leave('ixc');
          }}
        />
      )}
      <p role="status" className={copied === false ? 'small' : 'visually-hidden'}>
        {copied === true && i18n.t('message.copied')}
        {copied === false && i18n.t('message.copy_failed')}
      </p>
    </form>
  );
}

/** The newest comes first; what IXC refused reached nobody. */
function lastByIxc(log: PayerMessage['log']): LoggedMessage | null {
  const isByIxc = ({ channel, state }: LoggedMessage): boolean =>
    channel !== 'whatsapp' && channel !== 'mail' && channel !== 'copy' && state !== 'not-sent';
  return log.find(isByIxc) ?? null;
}

/** To whom it would go, as IXC has it, so that a wrong one is seen before. */
function Reached({ draft }: Pick<DraftFormProps, 'draft'>): ReactElement {
  const { phone, mail } = draft;
  const missing = 'missing' in phone ? phone.missing : null;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{i18n.t('message.to_phone')}</dt>
          <dd>{'number' in phone ? phone.number : i18n.t('message.to_none')}</dd>
        </div>
        <div>
          <dt>{i18n.t('message.to_mail')}</dt>
          <dd>{mail ?? i18n.t('message.to_none')}</dd>
        </div>
      </dl>
      {missing !== null && (
        <p className="warn-text">
          {i18n.t(
            missing === 'none' ? 'message.refusal.phone_none' : 'message.refusal.phone_invalid',
          )}
        </p>
      )}
    </>
  );
}
