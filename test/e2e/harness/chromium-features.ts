/**
 * Features of Chromium that no test wants. A switch that is given twice counts as given last, so the
 * driver's own list (Playwright 1.65, chromiumSwitches) is part of it.
 */
const DRIVERS = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** Menus of the browser's own that it loads ahead in two processes: a quarter of what starting one costs. */
const OURS = ['PreloadTopChromeWebUI'];

export const UNWANTED_FEATURES = `--disable-features=${[...DRIVERS, ...OURS].join(',')}`;
