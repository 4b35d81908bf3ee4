import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { KIND_NAMES, messageRefusalText } from '../../../../components/message-text.ts';
import { Notice } from '../../../../components/Notice.tsx';
import { Section } from '../../../../components/Section.tsx';
import type { PayerMessage } from '../../../../lib/messages/payer-message.ts';
import type { DeskProps } from '../Desk.tsx';
import { CapLine } from './CapLine.tsx';
import { DraftForm } from './DraftForm.tsx';
import { MessageLog } from './MessageLog.tsx';
import { useOpenDraft } from './use-open-draft.ts';

/** "Reenviar": the operator's own message about the charge on screen, and those of before. */
export function MessageSection(props: DeskProps): ReactElement | null {
  const { snapshot, connected, send } = props;
  const { message } = snapshot.desk;
  const opened = useOpenDraft(message, props);
  if (message === null) return null;
  const { kinds, draft, refusal, withheld } = message;
  return (
    <Section heading={i18n.t('message.heading')}>
      {kinds.length > 0 && <p className="soft">{i18n.t('message.lead')}</p>}
      {kinds.length > 0 && (
        <Kinds message={message} disabled={!connected} onChoose={opened.compose} />
      )}
      {withheld !== null && <p>{messageRefusalText({ code: withheld })}</p>}
      {refusal !== null && refusal.code !== withheld && (
        <Notice tone="bad" role="alert">
          <p>{messageRefusalText(refusal)}</p>
        </Notice>
      )}
      {draft !== null && (
        <DraftForm
          // A worker that began anew counts from one again: what was typed in one draft goes with no other.
          key={`${String(draft.id)}/${draft.text}`}
          draft={draft}
          message={message}
          opened={opened}
          connected={connected}
          send={send}
        />
      )}
      {kinds.length > 0 && <CapLine cap={message.cap} />}
      {message.log.length > 0 && (
        <MessageLog
          log={message.log}
          clockOffset={snapshot.clockOffset}
          connected={connected}
          send={send}
        />
      )}
    </Section>
  );
}

interface KindsProps {
  readonly message: PayerMessage;
  readonly disabled: boolean;
  readonly onChoose: (kind: PayerMessage['kinds'][number]) => void;
}

function Kinds({ message, disabled, onChoose }: KindsProps): ReactElement {
  return (
    <div className="buttons" role="group" aria-label={i18n.t('message.choose')} data-key="m">
      {message.kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={message.draft?.kind === kind}
          disabled={disabled}
          onClick={() => {
            onChoose(kind);
          }}
        >
          {i18n.t(KIND_NAMES[kind])}
        </button>
      ))}
    </div>
  );
}
