import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { TextArea } from '../../../components/TextArea.tsx';
import {
  describeCharge,
  type DescriptionField as Place,
} from '../../../lib/billing/plan/describe.ts';
import { DESCRIPTION_LENGTH } from './sending-draft.ts';

interface DescriptionFieldProps {
  readonly description: string;
  /** Of the first panel that has one, so that the preview reads as the payer will read it. */
  readonly providerName: string | null;
  readonly onChange: (description: string) => void;
}

const PLACES = [
  ['titulo', 'options_sending.place_titulo'],
  ['vencimento', 'options_sending.place_vencimento'],
  ['documento', 'options_sending.place_documento'],
  ['contrato', 'options_sending.place_contrato'],
  ['provedor', 'options_sending.place_provedor'],
] as const satisfies readonly (readonly [Place, string])[];

/** What the payer reads on the charge, with places for what changes and how it will come out. */
export function DescriptionField(props: DescriptionFieldProps): ReactElement {
  const { description, providerName, onChange } = props;
  const id = useId();
  const isBlank = description.trim() === '';
  const values = {
    titulo: '48211',
    vencimento: '10/12/2026',
    documento: '2026-481',
    contrato: '1207',
    provedor: providerName ?? i18n.t('options_sending.example_provider'),
  };
  return (
    <div className="stack">
      <TextArea
        label={i18n.t('options_sending.description')}
        hint={i18n.t('options_sending.description_hint')}
        error={isBlank ? i18n.t('options_sending.description_blank') : undefined}
        maxLength={DESCRIPTION_LENGTH}
        value={description}
        onChange={onChange}
      />
      <dl className="facts places" aria-label={i18n.t('options_sending.places')}>
        {PLACES.map(([place, meaning]) => (
          <div key={place}>
            <dt>
              <code>{`{${place}}`}</code>
            </dt>
            <dd>{i18n.t(meaning)}</dd>
          </div>
        ))}
      </dl>
      {!isBlank && (
        <p className="card" aria-live="polite" aria-labelledby={id}>
          <span id={id} className="soft small">
            {i18n.t('options_sending.description_preview')}
          </span>{' '}
          <span>{describeCharge(description, values)}</span>
        </p>
      )}
    </div>
  );
}
