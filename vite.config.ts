import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressPlugin } from './web/shell/compress-plugin.ts';
import { oneDirectionPlugin } from './web/shell/one-direction-plugin.ts';
import { pagesPlugin } from './web/shell/pages-plugin.ts';
import { quietSdkPlugin } from './web/shell/quiet-sdk-plugin.ts';

const web = resolve(import.meta.dirname, 'web');
/** `scripts/setup.mjs` says so for production. Not NODE_ENV: every build sets that. */
const sandbox = process.env.SANDBOX !== 'off';

export default defineConfig({
  root: web,
  // The pages never sit at a fixed path behind a proxy's prefix; assets are found from the root.
  base: '/',
  plugins: [react(), pagesPlugin(web, sandbox), quietSdkPlugin(), oneDirectionPlugin(), compressPlugin()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    // Everything that a page loads is a file of ours: `data:` is not in the pages' policy.
    assetsInlineLimit: 0,
    // kB. The documentation of the API is that large, and nobody waits for it in Teams.
    chunkSizeWarningLimit: 1_600,
    // Browsers that Teams supports know it.
    modulePreload: { polyfill: false },
  },
});
