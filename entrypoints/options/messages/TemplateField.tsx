import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import {
  KIND_NAMES,
  templateProblemText,
  VARIABLE_NAMES,
} from '../../../components/message-text.ts';
import { SelectField } from '../../../components/SelectField.tsx';
import { TextArea } from '../../../components/TextArea.tsx';
import { templateOf } from '../../../lib/billing/message/defaults.ts';
import { MESSAGE_KINDS, type MessageKind } from '../../../lib/billing/message/kinds.ts';
import {
  LONGEST_TEMPLATE,
  parseTemplate,
  VARIABLES,
} from '../../../lib/billing/message/template.ts';
import type { PanelView } from '../../../lib/messages/pages.ts';
import type { MessagesDraft } from './messages-draft.ts';
import { sampleMessage } from './sample-message.ts';

interface TemplateFieldProps {
  readonly draft: MessagesDraft;
  readonly panels: readonly PanelView[];
  readonly onChange: (change: Pick<MessagesDraft, 'templates'>) => void;
}

/** One template at a time, with what may stand in it and how it comes out. */
export function TemplateField({ draft, panels, onChange }: TemplateFieldProps): ReactElement {
  const [kind, choose] = useState<MessageKind>('second-copy');
  const own = draft.templates[kind];
  const { text } = templateOf(kind, draft.templates);
  const read = parseTemplate(text);
  const preview = sampleMessage(kind, draft, panels[0] ?? null);
  const change = (next: string | null): void => {
    onChange({ templates: { ...draft.templates, [kind]: next } });
  };
  return (
    <div className="stack">
      <SelectField
        label={i18n.t('options_messages.template')}
        value={kind}
        options={MESSAGE_KINDS.map((each) => ({ value: each, label: i18n.t(KIND_NAMES[each]) }))}
        onChange={choose}
      />
      <TextArea
        label={i18n.t('options_messages.text')}
        hint={i18n.t(own === null ? 'options_messages.default' : 'options_messages.own')}
        error={read.ok ? undefined : templateProblemText(read.error)}
        rows={10}
        maxLength={LONGEST_TEMPLATE}
        value={text}
        onChange={change}
      />
      <div className="buttons">
        <button
          type="button"
          disabled={own === null}
          onClick={() => {
            change(null);
          }}
        >
          {i18n.t('options_messages.restore')}
        </button>
      </div>
      <p className="soft small">{i18n.t('options_messages.variables_note')}</p>
      <dl className="facts places" aria-label={i18n.t('options_messages.variables')}>
        {VARIABLES.map((variable) => (
          <div key={variable}>
            <dt>
              <code>{`{${variable}}`}</code>
            </dt>
            <dd>{i18n.t(VARIABLE_NAMES[variable])}</dd>
          </div>
        ))}
      </dl>
      <section aria-label={i18n.t('options_messages.preview')} className="card" aria-live="polite">
        <p className="soft small">{i18n.t('options_messages.preview')}</p>
        <p className="message-preview">{preview}</p>
      </section>
    </div>
  );
}
