import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import type { Erasure } from '../../../lib/engine/data/erasure.ts';
import { goingWords, stayingWords } from './erasure-words.ts';

export function ErasureLists({ erasure }: { readonly erasure: Erasure }): ReactElement {
  return (
    <>
      <Lines heading={i18n.t('options_data.goes')} lines={goingWords(erasure)} />
      <Lines heading={i18n.t('options_data.stays')} lines={stayingWords(erasure)} />
    </>
  );
}

interface LinesProps {
  readonly heading: string;
  readonly lines: readonly string[];
}

function Lines({ heading, lines }: LinesProps): ReactElement {
  return (
    <div>
      <strong>{heading}</strong>
      <ul className="points" aria-label={heading}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
