import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { PayerNoticeSettings } from '../../../lib/settings/settings.ts';
import { Part } from '../Part.tsx';
import type { SectionProps } from '../section-props.ts';
import { SchemeForm } from './SchemeForm.tsx';
import { Standardise } from './Standardise.tsx';
import { useFees } from './use-fees.ts';

const NOTIFIERS = {
  ixc: 'options_payer_notices.by_ixc',
  asaas: 'options_payer_notices.by_asaas',
  none: 'options_payer_notices.by_nobody',
} as const;

/** What Asaas tells the payers of this provider, and the one button that makes it so for all of them. */
export function PayerNoticesSection({ setup, onChange }: SectionProps): ReactElement {
  const [edited, setEdited] = useState<PayerNoticeSettings | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const save = useAction<null>();
  const account = setup.accounts.find(({ id }) => id === chosen) ?? setup.accounts[0] ?? null;
  const fees = useFees(account?.id ?? null);
  const { notifier } = setup.sending;
  const draft = edited ?? setup.payerNotices;

  const submit = async (): Promise<void> => {
    const outcome = await save.run(() =>
      ask({ verb: 'payer-notices/save', payerNotices: structuredClone(draft) }),
    );
    if (!outcome.ok) return;
    setEdited(null);
    onChange();
  };
  return (
    <Part
      anchor="payer-notices"
      heading={i18n.t('options_payer_notices.heading')}
      lead={i18n.t('options_payer_notices.lead')}
    >
      <p>
        {i18n.t(notifier === null ? 'options_payer_notices.by_unchosen' : NOTIFIERS[notifier])}{' '}
        <a href="#sending">{i18n.t('options_payer_notices.choose')}</a>
      </p>
      {notifier === 'asaas' && (
        <SchemeForm
          draft={draft}
          fees={fees}
          save={save}
          onChange={(next) => {
            setEdited(next);
            save.reset();
          }}
          onSubmit={() => void submit()}
        />
      )}
      {notifier !== null && account !== null && (
        <Standardise
          setup={setup}
          account={account}
          fees={fees}
          isSaved={edited === null}
          onAccount={setChosen}
        />
      )}
    </Part>
  );
}
