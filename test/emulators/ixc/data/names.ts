const FIRST = `
  Ana Bruno Carla Daniel Elisa Fábio Gabriela Heitor Isabela João Karina Leandro Marina Natália Otávio
  Paula Rafael Sandra Tiago Úrsula Vinícius Wesley Yasmin Zélia Antônio Beatriz César Débora Emília
  Fernanda Gustavo Helena Ivo Júlia Lúcia Marcos Nélson Olívia Patrícia Renato
`
  .trim()
  .split(/\s+/);

const MIDDLE = 'Almeida Barbosa Cardoso Dias Esteves Freitas Gomes Lopes Moreira Nunes Prado'.split(
  ' ',
);

// The surname says that nobody is meant.
const LAST = ['Exemplo', 'Fantasia', 'Modelo', 'Amostra', 'Simulado'];

const BUSINESS = ['Padaria', 'Mercado', 'Oficina', 'Clínica', 'Escola', 'Pousada', 'Farmácia'];

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

/** The name of the nth invented person; unique below 2,200. */
export function personName(index: number): string {
  const first = pick(FIRST, index);
  const turn = Math.floor(index / FIRST.length);
  return `${first} ${pick(MIDDLE, turn + index)} ${pick(LAST, index + turn * 2)}`;
}

/** The name of the nth invented company. */
export function companyName(index: number): string {
  return `${pick(BUSINESS, index)} ${pick(MIDDLE, index * 3)} ${pick(LAST, index)} LTDA`;
}

/** `joao.lopes.modelo` */
export function mailbox(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '.');
}
