import type { ReactElement } from 'react';
import { i18n } from '#i18n';
import { countText } from '../../../components/formats.ts';
import type { GridCheck } from '../../../lib/messages/panel.ts';

interface GridTableProps {
  readonly grids: readonly GridCheck[];
}

/** Every grid of the page: how it was recognised, and how many of its rows carry a mark. */
export function GridTable({ grids }: GridTableProps): ReactElement {
  return (
    <table>
      <caption className="visually-hidden">{i18n.t('diagnosis.grids')}</caption>
      <thead>
        <tr>
          <th scope="col">{i18n.t('diagnosis.table')}</th>
          <th scope="col">{i18n.t('diagnosis.recognised')}</th>
          <th scope="col">{i18n.t('diagnosis.rows')}</th>
          <th scope="col">{i18n.t('diagnosis.marked')}</th>
          <th scope="col">{i18n.t('diagnosis.differ')}</th>
        </tr>
      </thead>
      <tbody>
        {grids.map((grid, at) => (
          <tr key={`${grid.table}-${at}`}>
            <th scope="row">
              <code>{grid.table}</code>
            </th>
            <td>{byText(grid.by)}</td>
            <td>{countText(grid.rows)}</td>
            <td>{countText(grid.marked)}</td>
            <td>{countText(grid.disagreeing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function byText(by: GridCheck['by']): string {
  switch (by) {
    case 'abbr':
      return i18n.t('diagnosis.by_abbr');
    case 'row-key':
      return i18n.t('diagnosis.by_row_key');
    case 'header':
      return i18n.t('diagnosis.by_header');
    case 'none':
      return i18n.t('diagnosis.by_none');
  }
}
