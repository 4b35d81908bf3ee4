/**
 * What only an IXC panel's `adm.php` holds. Asked without cookies, it shows the login: in a frame
 * (current versions), as a redirect to it, or as the old page. The rest is for a panel that shows its
 * own page to everybody.
 */
const MARKS: readonly RegExp[] = [
  /<iframe\b[^>]*\bsrc\s*=\s*["']?[^"'>\s]*\/app\/login/i,
  /\bid\s*=\s*["']?btn-(next|enter)-login\b/i,
  /<title>\s*Login\s+IXC\s*soft/i,
  /\bcria_grid\(\s*['"]#\d+_grid['"]/,
  /\bid\s*=\s*["']?(id_input_menu|layout_menu_lateral)\b/,
  /\bIXC(parametros|_perm)\b/,
];

/** Whether a page is an IXC panel's. One mark is enough: each is peculiar to it. */
export function isIxcPanelPage(html: string): boolean {
  return MARKS.some((mark) => mark.test(html));
}

/** What the login pages of networks hold, MikroTik's hotspot first: providers run those themselves. */
const NETWORK_LOGINS: readonly RegExp[] = [
  /\blink-login(-only)?\b/i,
  /\bname\s*=\s*["']?chap-(id|challenge)\b/i,
  /<title>[^<]*\b(hotspot|captive portal|portal cativo)\b/i,
  /<WISPAccessGatewayParam\b/i,
];

/** Whether a page is the login of a network, which answers in the place of whatever was asked for. */
export function isForeignLogin(html: string): boolean {
  return NETWORK_LOGINS.some((mark) => mark.test(html));
}
