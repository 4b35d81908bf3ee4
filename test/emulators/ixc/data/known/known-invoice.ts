import { CARTEIRA } from '../carteiras.ts';
import type { Row } from '../row.ts';

/** A record that tests may call by name. */
export interface KnownInvoice {
  readonly id: string;
  readonly customerId: string;
  /** `fn_areceber.valor`. */
  readonly cents: number;
  /** Due date, counted from the emulator's today. */
  readonly dueInDays: number;
  readonly filialId: string;
  readonly carteiraId: string;
  /** What is peculiar about the record, as changes to an open one. */
  readonly peculiarity: Peculiarity | null;
}

/** The days that a peculiarity counts from the emulator's today. */
export interface Days {
  /** Noon of that day in São Paulo, ms since the epoch. */
  readonly noon: (days: number) => number;
  /** Civil date. */
  readonly date: (days: number) => string;
}

export type Peculiarity = (invoice: Row, days: Days) => Row;

/** Where an invoice belongs; the main filial and its carteira of Asaas when nothing is said. */
type Place = Partial<Pick<KnownInvoice, 'filialId' | 'carteiraId'>>;

/** One record in few words; value in cents. */
export function known(
  id: number,
  customerId: string,
  cents: number,
  dueInDays: number,
  peculiarity: Peculiarity | Row | null = null,
  place: Place = {},
): KnownInvoice {
  return {
    id: String(id),
    customerId,
    cents,
    dueInDays,
    filialId: '1',
    carteiraId: CARTEIRA.asaas,
    peculiarity:
      peculiarity === null || typeof peculiarity === 'function' ? peculiarity : () => peculiarity,
    ...place,
  };
}
