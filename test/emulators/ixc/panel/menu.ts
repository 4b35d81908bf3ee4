import { createHash } from 'node:crypto';

/** One group of the side menu. */
export interface MenuGroup {
  readonly label: string;
  /** MD5 of the label in ISO-8859-1, as the panel builds its ids. */
  readonly hash: string;
  readonly items: readonly { readonly path: string; readonly label: string }[];
}

function group(label: string, items: Readonly<Record<string, string>>): MenuGroup {
  return {
    label,
    hash: createHash('md5').update(Buffer.from(label, 'latin1')).digest('hex'),
    items: Object.entries(items).map(([path, text]) => ({ path, label: text })),
  };
}

export const MENU: readonly MenuGroup[] = [
  group('Cadastros', { cliente: 'Clientes', cliente_contrato: 'Contratos' }),
  group('Financeiro', {
    fn_areceber: 'Contas a receber',
    fn_areceber_baixas: 'Recebimentos',
    fn_apagar: 'Contas a pagar',
  }),
  group('Saídas', { vd_saida: 'Vendas' }),
  group('Provedor', { radusuarios: 'Logins' }),
];
