/**
 * Starts the Chromium that tests, measurements and pictures are made in: Debian's, or the one that CHROMIUM names.
 *
 * It installs nothing: browsers.sh does.
 */
import { chromium } from 'playwright-core';

export const PROGRAM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** No sandbox, since tests run as root in containers; no traffic of the browser's own. */
export const ARGUMENTS = ['--headless=new', '--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** @param {import('playwright-core').LaunchOptions} [options] */
export function launchChromium(options) {
  return chromium.launch({ ...options, executablePath: PROGRAM, args: ARGUMENTS });
}
