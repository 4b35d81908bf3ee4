import type { BlockReason, SendFacts, Warning } from '../send-plan.types.ts';

/** A reason shorter than this says nothing to whoever reads the audit. */
const SHORTEST_REASON = 5;

/** What shows that another gateway or bank has the invoice, or will get it through its carteira. */
function registrations({ invoice, carteira }: SendFacts): readonly string[] {
  const fields: string[] = [...invoice.registeredElsewhere];
  const gateway = carteira?.gatewayName ?? null;
  if (gateway !== null) fields.push(`gateway_nome (${gateway})`);
  if (carteira?.pixByGateway === true) fields.push('gera_pix_gateway');
  return fields;
}

function isOverridden({ rules, choices }: SendFacts): boolean {
  return rules.mayOverride && (choices.overrideReason ?? '').trim().length >= SHORTEST_REASON;
}

/** Two ways to pay the same invoice are two payments: blocked, unless who may override it says why. */
export function elsewhereReasons(facts: SendFacts): readonly BlockReason[] {
  const fields = registrations(facts);
  if (fields.length === 0 || isOverridden(facts)) return [];
  return [{ code: 'registered-elsewhere', params: { fields: fields.join(', ') } }];
}

export function elsewhereWarnings(facts: SendFacts): readonly Warning[] {
  const fields = registrations(facts);
  if (fields.length === 0 || !isOverridden(facts)) return [];
  return [{ code: 'registration-overridden', params: { fields: fields.join(', ') } }];
}
