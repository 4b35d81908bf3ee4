import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { CopyField } from '../../../../components/CopyField.tsx';

interface CorrectInIxcProps {
  readonly customerId: string;
  readonly disabled: boolean;
  readonly onReadAgain: () => void;
}

/** What is wrong in IXC is put right in IXC: where, by which number, and then it is read again. */
export function CorrectInIxc(props: CorrectInIxcProps): ReactElement {
  const { customerId, disabled, onReadAgain } = props;
  return (
    <div className="stack" data-correct-in-ixc={customerId}>
      <h3>{i18n.t('payer.correct')}</h3>
      <p className="small">{i18n.t('payer.correct_note')}</p>
      <CopyField name={i18n.t('payer.customer_id')} value={customerId} />
      <div className="buttons">
        <button type="button" disabled={disabled} onClick={onReadAgain}>
          {i18n.t('payer.read_again')}
        </button>
      </div>
    </div>
  );
}
