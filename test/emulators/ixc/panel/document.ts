import { escapeHtml } from './html.ts';

/** A whole HTML document with its styles, which are names of assets. */
export function htmlDocument(title: string, styles: readonly string[], body: string): string {
  const links = styles.map((name) => `<link rel="stylesheet" href="/assets/${name}">`).join('\n');
  return `<!DOCTYPE html>
<html lang="pt-br">
<head>
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${links}
</head>
${body}
</html>`;
}
