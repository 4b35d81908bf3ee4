import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { PanelView } from '../../../lib/messages/pages.ts';
import type { PanelSettings } from '../../../lib/settings/settings.ts';
import type { SurveyedSectionProps } from '../section-props.ts';
import { Aliases } from './Aliases.tsx';
import { KeyField } from './KeyField.tsx';
import { proposedKeys } from './proposed-keys.ts';

interface ProviderIdentityProps extends SurveyedSectionProps {
  readonly panel: PanelView;
}

/** The key that every reference carries, confirmed here where there is no token, and the old ones. */
export function ProviderIdentity(props: ProviderIdentityProps): ReactElement {
  const { panel, setup, surveys, onChange } = props;
  const { origin, providerKey, aliases } = panel;
  const [open, setOpen] = useState(false);
  const save = useAction<PanelSettings>();
  const survey = surveys.of(origin);
  const surveyFailure = surveys.failureOf(origin);

  const keep = async (key: string, others: readonly string[], insists?: true): Promise<boolean> => {
    const outcome = await save.run(() =>
      ask({
        verb: 'panel/keys',
        origin,
        providerKey: key,
        aliases: [...others],
        ...(insists && { confirmOther: insists }),
      }),
    );
    if (outcome.ok) onChange();
    return outcome.ok;
  };
  const search = (
    <button type="button" disabled={surveys.busy} onClick={() => void surveys.read(origin)}>
      {surveys.busy ? i18n.t('identity.searching') : i18n.t('identity.search')}
    </button>
  );
  if (providerKey === null && !open)
    return (
      <div className="buttons">
        <button
          type="button"
          aria-expanded={false}
          onClick={() => {
            setOpen(true);
          }}
        >
          {i18n.t('identity.without_token')}
        </button>
      </div>
    );
  return (
    <div className="stack card">
      {providerKey === null ? (
        <KeyField
          proposals={proposedKeys(panel, setup.accounts, survey)}
          save={save}
          onKeep={(key, insists) => void keep(key, aliases, insists)}
          onEdit={save.reset}
        />
      ) : (
        <>
          <p>{i18n.t('identity.confirmed', { key: providerKey })}</p>
          <Aliases
            aliases={aliases}
            found={survey?.keysFound.filter(({ key }) => key !== providerKey) ?? []}
            busy={save.busy}
            onKeep={(others) => keep(providerKey, others)}
          />
          {save.failure !== null && <FailureNotice failure={save.failure} />}
        </>
      )}
      <div className="buttons">{search}</div>
      {survey !== null && survey.keysFound.length === 0 && (
        <p role="status" className="soft small">
          {i18n.t('identity.none_found')}
        </p>
      )}
      {surveyFailure !== null && <FailureNotice failure={surveyFailure} />}
    </div>
  );
}
