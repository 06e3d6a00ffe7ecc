/**
 * Starts the Chromium that tests, measurements and pictures are made in: Debian's, or the one that CHROMIUM names.
 *
 * It installs nothing: browsers.sh does.
 */
import { chromium } from 'playwright-core';

export const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** What of its own the browser does without. A list like this takes the place of playwright's: what matters of that stands here too. */
const WITHOUT = [
  // Two pages of its own behind the address bar of every window, which cost more than most pages of the tests.
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  // Requests of its own.
  ...['AimEnabled', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PreconnectToSearch'],
  // What playwright cannot do with.
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'LensOverlay', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  // That the command line may not name an extension.
  'DisableLoadExtensionCommandLineSwitch',
];

/** No sandbox, since tests run as root in containers; no traffic of the browser's own. */
export const ARGUMENTS = [
  ...['--headless=new', '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  `--disable-features=${WITHOUT.join(',')}`,
];

/** @param {import('playwright-core').LaunchOptions} [options] */
export function launchChromium(options) {
  return chromium.launch({ ...options, executablePath: PROGRAM, args: ARGUMENTS });
}
