const PRIVATE_IPV4 = [
  /^10\./,
  /^127\./,
  /^169\.254\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^192\.168\./,
  // 100.64/10, carrier-grade NAT: an internet provider's own management network.
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
];

/**
 * Whether a host, as `URL.hostname` gives it, is an address that the public internet does not route.
 * Names are not resolved: of all of them only `localhost` counts.
 */
export function isPrivateHost(hostname: string): boolean {
  if (hostname === 'localhost') return true;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) {
    return PRIVATE_IPV4.some((range) => range.test(hostname));
  }
  const ipv6 = /^\[(.+)\]$/.exec(hostname)?.[1];
  // Loopback, unique local (fc00::/7) and link local (fe80::/10).
  return (
    ipv6 !== undefined && (ipv6 === '::1' || /^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/.test(ipv6))
  );
}
