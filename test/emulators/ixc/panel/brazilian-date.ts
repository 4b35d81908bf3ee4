/** `2026-11-22` → `22/11/2026`; empty and zero dates → `''`. */
export function brazilianDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  if (day === undefined || date.startsWith('0000')) return '';
  return `${day}/${String(month)}/${String(year)}`;
}
