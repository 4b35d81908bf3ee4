import { expect, test } from 'vitest';
import { RECORD_COLUMNS } from '../../../../lib/ixc/panel/session/record-columns.ts';
import { customerRecord } from '../../../../lib/ixc/webservice/customer-record.ts';
import { invoiceRecord } from '../../../../lib/ixc/webservice/invoice-record.ts';
import { carteiraRecord, filialRecord } from '../../../../lib/ixc/webservice/small-records.ts';

/** The columns that a schema asks a record for. */
function columnsRead(schema: { safeParse(row: unknown): unknown }): readonly string[] {
  const names = new Set<string>();
  const row = new Proxy(
    {},
    {
      get: (_, name) => {
        names.add(String(name));
        return undefined;
      },
    },
  );
  schema.safeParse(row);
  return [...names];
}

test.each([
  ['fn_areceber', invoiceRecord],
  ['cliente', customerRecord],
  ['fn_carteira_cobranca', carteiraRecord],
  ['filial', filialRecord],
] as const)(
  '%s leaves the panel with every column that the webservice is read for',
  (table, schema) => {
    const columns = columnsRead(schema);
    expect(columns.length).toBeGreaterThan(3);
    expect(RECORD_COLUMNS[table]).toEqual(expect.arrayContaining([...columns]));
  },
);

test('no column of a secret leaves the panel', () => {
  const all = Object.values(RECORD_COLUMNS).flat();
  expect(all.filter((name) => /senha|hash|secret|client_id|certificado/.test(name))).toEqual([]);
});
