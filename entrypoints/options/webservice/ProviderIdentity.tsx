import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { FailureNotice } from '../../../components/FailureNotice.tsx';
import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import type { Insisted } from '../../../lib/messages/page-requests.ts';
import type { PanelView } from '../../../lib/messages/pages.ts';
import { keysOfOtherPanels } from '../../../lib/settings/confirmed-keys.ts';
import type { PanelSettings } from '../../../lib/settings/settings.ts';
import type { SurveyedSectionProps } from '../section-props.ts';
import { Aliases } from './Aliases.tsx';
import { KeyFailure } from './KeyFailure.tsx';
import { KeyField } from './KeyField.tsx';
import { insistedOn } from './insistable.ts';
import { proposedKeys } from './proposed-keys.ts';

interface ProviderIdentityProps extends SurveyedSectionProps {
  readonly panel: PanelView;
}

/** The key that every reference carries, confirmed here where there is no token, and the old ones. */
export function ProviderIdentity(props: ProviderIdentityProps): ReactElement {
  const { panel, setup, surveys, onChange } = props;
  const { origin, providerKey, aliases } = panel;
  const [open, setOpen] = useState(false);
  /** The aliases that were asked for last: what insisting insists on. */
  const [asked, setAsked] = useState<readonly string[]>([]);
  /** What was insisted on with the last save. */
  const [insisted, setInsisted] = useState<Insisted>([]);
  const save = useAction<PanelSettings>();
  const survey = surveys.of(origin);
  const others = keysOfOtherPanels(setup.panels, origin);
  const found = survey?.keysFound.filter(({ key }) => !others.has(key)) ?? [];
  const surveyFailure = surveys.failureOf(origin);

  const keep = async (key: string, others: readonly string[], again?: true): Promise<boolean> => {
    const insists = again ? insistedOn(insisted, save.failure) : [];
    setInsisted(insists);
    const outcome = await save.run(() =>
      ask({
        verb: 'panel/keys',
        origin,
        providerKey: key,
        aliases: [...others],
        ...(insists.length > 0 && { insists }),
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
          proposals={proposedKeys(panel, setup, survey)}
          save={save}
          onKeep={(key, insists) => void keep(key, aliases, insists)}
          onEdit={save.reset}
        />
      ) : (
        <>
          <p>{i18n.t('identity.confirmed', { key: providerKey })}</p>
          <Aliases
            aliases={aliases}
            found={found.filter(({ key }) => key !== providerKey)}
            busy={save.busy}
            onKeep={(others) => {
              setAsked(others);
              return keep(providerKey, others);
            }}
          />
          <KeyFailure
            failure={save.failure}
            busy={save.busy}
            onInsist={() => void keep(providerKey, asked, true)}
          />
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
