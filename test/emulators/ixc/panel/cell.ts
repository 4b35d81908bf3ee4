import { brazilianDate } from './brazilian-date.ts';
import { value, type Row } from '../data/row.ts';
import type { Show } from './grid-model.ts';
import { escapeHtml } from './html.ts';
import type { Generation } from './panel-options.ts';

/** The badge of an invoice: what it reads, and its colour. */
interface StatusBadge {
  readonly label: string;
  readonly variant: 'danger' | 'info' | 'neutral' | 'primary' | 'success' | 'warning';
  readonly icon: string;
}

/** Open invoices read alike whether overdue, due today or later: only the colour differs. */
function statusBadge(invoice: Row, today: string): StatusBadge {
  const dueDate = value(invoice, 'data_vencimento');
  if (value(invoice, 'titulo_renegociado') === 'S') {
    return { label: 'Renegociado', variant: 'info', icon: 'fa-handshake' };
  }
  switch (value(invoice, 'status')) {
    case 'R':
      return { label: 'Recebido', variant: 'success', icon: 'fa-check' };
    case 'C':
      return { label: 'Cancelado', variant: 'neutral', icon: 'fa-ban' };
    case 'P':
      return { label: 'Parcial', variant: 'warning', icon: 'fa-clock' };
    case 'A':
      return {
        label: 'A receber',
        variant: dueDate < today ? 'danger' : dueDate === today ? 'warning' : 'primary',
        icon: 'fa-clock',
      };
    default:
      return { label: value(invoice, 'status'), variant: 'neutral', icon: 'fa-circle-question' };
  }
}

function badge({ label, variant, icon }: StatusBadge): string {
  const text = escapeHtml(label);
  return `<div class="vg-badge" title="${text}" variant="${variant}"><i class="fa ${icon}"></i><span class="vg-badge-content">${text}</span></div>`;
}

/** What a status reads in before there were badges. */
const COLOURS: Readonly<Record<StatusBadge['variant'], string>> = {
  danger: '#CC0000',
  info: '#663399',
  neutral: '#808080',
  primary: '#003399',
  success: '#008000',
  warning: '#CC6600',
};

function font({ label, variant }: StatusBadge): string {
  return `<font color="${COLOURS[variant]}">${escapeHtml(label)}</font>`;
}

/** The HTML that the server puts into a cell of the grid's reply. */
export function cell(
  show: Show,
  stored: string,
  row: Row,
  today: string,
  generation: Generation = 'B',
): string {
  switch (show) {
    case 'checkbox':
      return '<input type="checkbox" class="gridCheckbox">';
    case 'status':
      return (generation === 'A' ? font : badge)(statusBadge(row, today));
    case 'date':
      return brazilianDate(stored);
    case 'stamp':
      return stored === '' ? '' : `${brazilianDate(stored)} ${stored.slice(11)}`;
    case 'money':
      return stored.replace('.', ',');
    case 'flag':
      return stored === 'S' ? 'Sim' : 'Não';
    case 'text':
      return escapeHtml(stored);
  }
}
