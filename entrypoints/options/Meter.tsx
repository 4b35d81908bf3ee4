import { useId, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText } from '../../components/formats.ts';

interface MeterProps {
  readonly name: string;
  readonly value: number;
  readonly most: number;
  /** "12 de 100" in another unit than plain numbers. */
  readonly text?: string;
}

/** How much of something is used, as a bar and in words. */
export function Meter({ name, value, most, text }: MeterProps): ReactElement {
  const id = useId();
  const words =
    text ?? i18n.t('options_sync.used', { used: countText(value), most: countText(most) });
  return (
    <div className="meter">
      <label htmlFor={id}>{name}</label>
      <span>{words}</span>
      <meter
        id={id}
        min={0}
        max={Math.max(1, most)}
        high={most * 0.9}
        optimum={0}
        value={Math.min(value, most)}
        aria-valuetext={words}
      />
    </div>
  );
}
