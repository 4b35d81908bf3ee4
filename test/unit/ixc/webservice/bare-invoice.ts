/** The least that an `fn_areceber` record can be and still be read. */
export function bareInvoice(id: string, change: object = {}) {
  return {
    id,
    status: 'A',
    valor: '10.00',
    valor_aberto: '10.00',
    valor_recebido: '0.00',
    ...change,
  };
}
