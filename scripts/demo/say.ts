/** One line for the person at the terminal. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

const BRL = new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' });

/** Cents as `R$ 1.234,56`. */
export function reais(cents: number): string {
  return BRL.format(cents / 100).replace(/\s/g, ' ');
}
