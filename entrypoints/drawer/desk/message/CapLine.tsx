import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../../../components/Notice.tsx';
import type { DailyCap } from '../../../../lib/messages/payer-message.ts';

/** From this share of the day's messages on it is said what too many lead to. */
const NEAR = 0.8;

export function CapLine({ cap }: { readonly cap: DailyCap }): ReactElement {
  const params = { used: String(cap.used), most: String(cap.most) };
  if (cap.used < cap.most * NEAR) {
    return <p className="soft small">{i18n.t('message.cap', params)}</p>;
  }
  return (
    <Notice tone="warn" role="status">
      <p>{i18n.t('message.cap_near', params)}</p>
    </Notice>
  );
}
