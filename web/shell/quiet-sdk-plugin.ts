import type { Plugin } from 'vite';

const LOGGER_IMPORT = /import\{\w+ as (\w+)\}from"[^"]*\/debug\/src\/browser\.js";/;

/**
 * Leaves out the logger that the Teams SDK carries for people who work on the SDK: 3 kB of every page's first load.
 * An SDK that asks for it in another way only weighs more.
 */
export function quietSdkPlugin(): Plugin {
  return {
    name: 'quiet-sdk',
    transform: (code, id) =>
      id.includes('/teams-js/') && LOGGER_IMPORT.test(code) ? code.replace(LOGGER_IMPORT, silent) : undefined,
  };
}

function silent(_found: string, name: string): string {
  return `const quiet=()=>Object.assign(()=>{},{extend:quiet}),${name}={debug:Object.assign(quiet,{formatArgs(){}})};`;
}
