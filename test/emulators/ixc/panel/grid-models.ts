import type { Column, GridModel } from './grid-model.ts';
import { financial, invoices } from './invoice-grids.ts';
import { LOOK_ALIKE_GRIDS } from './look-alike-grids.ts';
import type { ColumnOptions, PanelOptions } from './panel-options.ts';
import { REGISTRY_GRIDS } from './registry-grids.ts';

function deviating(model: GridModel, options: readonly ColumnOptions[]): GridModel {
  const names = (list: 'hidden' | 'removed', { field }: Column) =>
    options.some((one) => one[list]?.includes(field));
  const isUnsortable = ({ field }: Column) =>
    options.some(({ unsortable }) => unsortable === 'all' || unsortable?.includes(field));
  const columns = model.columns
    .filter((one) => !names('removed', one))
    .map((one) => ({
      ...one,
      sortable: one.sortable && !isUnsortable(one),
      hidden: one.hidden || names('hidden', one),
    }));
  return { ...model, columns };
}

/** Every grid of a panel, by its path. */
export function gridModels(panel: Required<PanelOptions>): ReadonlyMap<string, GridModel> {
  const all = [invoices, financial(panel), ...LOOK_ALIKE_GRIDS, ...REGISTRY_GRIDS];
  return new Map(
    all.map((model) => [model.path, deviating(model, [panel, panel.grids[model.path] ?? {}])]),
  );
}
