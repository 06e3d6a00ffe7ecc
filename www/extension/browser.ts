/**
 * What browsers offer extensions, by promises, under one name: Firefox calls it `browser`, Chromium `chrome`.
 *
 * Types alone are added to what the browser gives; nothing is filled in.
 */

import type { Browser } from 'webextension-polyfill';

const given = globalThis as { browser?: Browser; chrome?: Browser };

export const browser = (given.browser ?? given.chrome) as Browser;

export type { Action, Menus, Permissions, Runtime, Storage, Tabs } from 'webextension-polyfill';
