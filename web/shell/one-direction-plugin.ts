import type { Plugin } from 'vite';

const MIRROR = 'rtl-css-js/core';
const NO_MIRROR = `\0no-mirror`;

/**
 * Leaves out what mirrors every look for languages that are written from right to left: the pages speak none, and it
 * is 4 kB of every first load. A first such language takes this plugin away.
 */
export function oneDirectionPlugin(): Plugin {
  return {
    name: 'one-direction',
    enforce: 'pre',
    resolveId: (id) => (id === MIRROR ? NO_MIRROR : undefined),
    load: (id) =>
      id === NO_MIRROR
        ? 'export const convert = (looks) => looks; export const convertProperty = (key, value) => ({ key, value });'
        : undefined,
  };
}
