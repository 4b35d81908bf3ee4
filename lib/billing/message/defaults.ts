import type { MessageKind } from './kinds.ts';

/** What a template says, and the subject of the same message by e-mail. */
export interface MessageTemplate {
  readonly subject: string;
  readonly text: string;
}

const WHO = '{provedor} · CNPJ {cnpj}\n{endereco}';
const WAYS = 'Link: {link}\nLinha digitável: {linha_digitavel}\nPix copia e cola: {pix}';

/**
 * What a message says unless the operator writes something else. In the payers' language whatever the
 * operator's is. None of them threatens or shames anybody (CDC, art. 42).
 */
export const DEFAULT_TEMPLATES: Readonly<Record<MessageKind, MessageTemplate>> = {
  'second-copy': {
    subject: '{provedor}: segunda via',
    text: `Olá, {primeiro_nome}! Segue a segunda via da sua fatura de {valor}, com vencimento em {vencimento}.\n\n${WAYS}\n\n${WHO}`,
  },
  'due-soon': {
    subject: '{provedor}: sua fatura vence em {vencimento}',
    text: `Olá, {primeiro_nome}! Sua fatura de {valor} vence em {vencimento}.\n\n${WAYS}\n\nSe já pagou, desconsidere esta mensagem.\n\n${WHO}`,
  },
  overdue: {
    subject: '{provedor}: fatura com vencimento em {vencimento}',
    text: `Olá, {primeiro_nome}! Não identificamos o pagamento da sua fatura de {valor}, que venceu em {vencimento}.\n\n${WAYS}\n\nSe já pagou, desconsidere esta mensagem. Qualquer dúvida, estamos à disposição.\n\n${WHO}`,
  },
  'new-date': {
    subject: '{provedor}: nova data da sua fatura',
    text: `Olá, {primeiro_nome}! Sua fatura de {valor} agora vence em {vencimento}. Esta substitui a anterior: use só os dados abaixo.\n\n${WAYS}\n\n${WHO}`,
  },
  'all-overdue': {
    subject: '{provedor}: suas faturas em aberto',
    text: `Olá, {primeiro_nome}! Estas são as suas faturas vencidas:\n\n{lista}\n\nTotal: {total}\n\nSe já pagou alguma, desconsidere-a. Qualquer dúvida, estamos à disposição.\n\n${WHO}`,
  },
  received: {
    subject: '{provedor}: pagamento recebido',
    text: `Olá, {primeiro_nome}! Recebemos o pagamento da sua fatura de {valor}, com vencimento em {vencimento}. Obrigado!\n\n${WHO}`,
  },
};

/** The template of a kind: the operator's own text where there is one. */
export function templateOf(
  kind: MessageKind,
  own: Readonly<Partial<Record<MessageKind, string | null>>>,
): MessageTemplate {
  const standard = DEFAULT_TEMPLATES[kind];
  return { subject: standard.subject, text: own[kind] ?? standard.text };
}
