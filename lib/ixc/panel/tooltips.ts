import type { RowState } from '../../messages/panel.ts';
import type { PanelWords } from './words.ts';

/** Group and age in words. Rows answered together have one age, so the last one is kept. */
export function createTooltips(words: PanelWords, now: () => number): (state: RowState) => string {
  let lastSeenAt: number | null | undefined;
  let lastMinute = -1;
  let lastAge = '';
  return ({ group, seenAt, ixcStill }) => {
    const time = now();
    const minute = Math.floor(time / 15_000);
    if (seenAt !== lastSeenAt || minute !== lastMinute) {
      lastSeenAt = seenAt;
      lastMinute = minute;
      lastAge = words.seen(seenAt === null ? null : Math.max(0, time - seenAt));
    }
    const text = `${words.groups[group]}, ${lastAge}`;
    return ixcStill === undefined ? text : `${text}. ${words.ixcStill(ixcStill)}`;
  };
}
