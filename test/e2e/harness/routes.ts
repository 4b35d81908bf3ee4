/** Which local port stands in for which `host:port` of the real world. Everything else is unreachable. */
export type Routes = Readonly<Record<string, number>>;

/** The panel of the invented provider, as the browser sees it. */
const PANEL_HOST = 'painel.provedor.example';
export const PANEL_ORIGIN = `https://${PANEL_HOST}`;

/** Another web site, which must never get anything out of the extension. */
export const STRANGER_HOST = 'site-alheio.example';
export const STRANGER_ORIGIN = `https://${STRANGER_HOST}`;

/** The hosts that the shipped build talks to, mapped to the emulators. */
export function routesTo(ports: { asaas: number; panel: number; stranger?: number }): Routes {
  return {
    'api.asaas.com:443': ports.asaas,
    'api-sandbox.asaas.com:443': ports.asaas,
    [`${PANEL_HOST}:443`]: ports.panel,
    ...(ports.stranger === undefined ? {} : { [`${STRANGER_HOST}:443`]: ports.stranger }),
  };
}
