/** `hh:mm` in São Paulo, of ms since the epoch. */
export function timeOfDay(epochMs: number): string {
  return new Date(epochMs).toLocaleTimeString('pt-BR', {
    timeZone: 'America/Sao_Paulo',
    hour: '2-digit',
    minute: '2-digit',
  });
}
