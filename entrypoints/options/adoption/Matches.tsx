import { useState, type ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText } from '../../../components/formats.ts';
import { SelectField } from '../../../components/SelectField.tsx';
import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import { useFileMaker } from '../data/file-to-save.ts';
import { groupText } from './adoption-text.ts';
import { adoptionCsv } from './csv.ts';
import { MatchRow } from './MatchRow.tsx';
import { NamesBar } from './NamesBar.tsx';
import { useNames } from './use-names.ts';
import { countsOf, type Group, groupOf } from './view.ts';

/** Rows shown at a time: a page of thousands would be slow, and read by nobody. */
const PAGE = 50;

interface MatchesProps {
  readonly rows: readonly AdoptionRow[];
  readonly isReading: boolean;
  /** Who the customers are is hidden. */
  readonly locked: boolean;
}

/** What was compared, group by group. */
export function Matches({ rows, isReading, locked }: MatchesProps): ReactElement | null {
  const [chosen, choose] = useState<'all' | Group>('all');
  const [most, setMost] = useState(PAGE);
  const { save } = useFileMaker();
  const counts = countsOf(rows);
  const group = chosen === 'all' || counts.has(chosen) ? chosen : 'all';
  const shown = group === 'all' ? rows : rows.filter((row) => groupOf(row) === group);
  const inSight = shown.slice(0, most);
  const names = useNames(inSight, locked);
  if (rows.length === 0 || isReading) return null;
  const options = [
    {
      value: 'all' as const,
      label: i18n.t('options_adoption.all', { count: countText(rows.length) }),
    },
    ...[...counts].map(([value, count]) => ({
      value,
      label: `${groupText(value)} (${countText(count)})`,
    })),
  ];
  return (
    <div className="stack">
      <SelectField
        label={i18n.t('options_adoption.show')}
        value={group}
        options={options}
        onChange={(next) => {
          choose(next);
          setMost(PAGE);
        }}
      />
      <NamesBar shown={names} rows={inSight} locked={locked} />
      <div className="adoption-table" tabIndex={0} role="region" aria-labelledby="adoption-caption">
        <table>
          <caption id="adoption-caption">{i18n.t('options_adoption.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{i18n.t('options_adoption.invoice')}</th>
              <th scope="col">{i18n.t('options_adoption.customer')}</th>
              <th scope="col">{i18n.t('options_adoption.payer')}</th>
              <th scope="col">{i18n.t('options_adoption.value')}</th>
              <th scope="col">{i18n.t('options_adoption.due')}</th>
              <th scope="col">{i18n.t('options_adoption.charge')}</th>
              <th scope="col">{i18n.t('options_adoption.why')}</th>
            </tr>
          </thead>
          <tbody>
            {inSight.map((row) => (
              <MatchRow key={row.id} row={row} names={names.names.get(row.id)} locked={locked} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="buttons">
        {shown.length > most && (
          <button
            type="button"
            onClick={() => {
              setMost(most + PAGE);
            }}
          >
            {i18n.t('options_adoption.more', { count: countText(shown.length - most) })}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            save('ponte-vincular.csv', new Blob([adoptionCsv(shown)], { type: 'text/csv' }));
          }}
        >
          {i18n.t('options_adoption.export')}
        </button>
      </div>
    </div>
  );
}
