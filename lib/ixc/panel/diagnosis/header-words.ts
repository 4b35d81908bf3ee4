import { INVOICE_HEADERS, PLACES, STATUS } from '../selectors.ts';

/** What IXC heads its columns with, in header words: those that the detection goes by, and common ones. */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(INVOICE_HEADERS),
  ...PLACES.map(({ header }) => header),
  STATUS.header,
  ...['ativacao', 'ativo', 'avulso', 'baixa', 'cadastro', 'cancelamento', 'carteira'],
  ...['carteira de cobranca', 'cliente', 'cnpj cpf', 'contrato', 'credito', 'data', 'descricao'],
  ...['documento', 'e mail', 'em aberto', 'emissao', 'filial', 'fornecedor', 'historico'],
  ...['id cliente', 'id contrato', 'id titulo', 'ip', 'liberado', 'login', 'motivo'],
  ...['nome fantasia', 'observacao', 'online', 'pagamento', 'pago', 'parcela', 'plano'],
  ...['razao social', 'recebido', 'saida', 'telefone celular', 'tipo', 'titulos', 'valor aberto'],
  ...['valor recebido', 'vendedor'],
]);

/**
 * A header for a person to copy: itself where IXC is known to write it, and otherwise only how long it is,
 * since a table of the page may head a column with a name.
 */
export function shownHeader(word: string): string {
  return KNOWN.has(word) ? word.replaceAll(' ', '_') : `...(${word.length})`;
}
