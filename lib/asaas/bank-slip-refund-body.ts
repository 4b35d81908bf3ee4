import { z } from '../schema.ts';

const HOSTS = /(^|\.)asaas\.com$/;

/** Whether an address is a page of Asaas's own, over https: it goes to a payer, who gives bank details there. */
function isAsaasPage(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, port } = new URL(text);
  return protocol === 'https:' && username === '' && port === '' && HOSTS.test(hostname);
}

/** `PaymentBankSlipRefundResponseDTO`: the page, or nothing that may be passed on. */
export const bankSlipRefundBody: z.ZodType<string> = z
  .object({ requestUrl: z.string().max(500).refine(isAsaasPage) })
  .transform(({ requestUrl }) => new URL(requestUrl).href);
