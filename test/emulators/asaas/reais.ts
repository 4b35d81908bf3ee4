/** Cents of an amount in reais as the API writes it (a JSON number). */
export function toCents(reais: number): number {
  return Math.round((reais + Number.EPSILON * Math.sign(reais)) * 100);
}

/** Reais, the way the API writes money. */
export function toReais(cents: number): number {
  return cents / 100;
}

/** `R$ 1.234,56`, the way the API's messages write money. */
export function formatReais(cents: number): string {
  const [whole = '0', fraction = '00'] = (cents / 100).toFixed(2).split('.');
  return `R$ ${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${fraction}`;
}
