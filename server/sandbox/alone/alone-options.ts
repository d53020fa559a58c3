import { parseArgs } from 'node:util';
import { StartError } from '../../start-error.ts';

/** What `npm run sandbox` was asked for. */
export interface AloneOptions {
  /** The configuration page that the sandbox opens. May hold Teams' placeholders. */
  app: URL;
  /** What to call the app. */
  name: string;
  port: number;
}

export const HELP = `npm run sandbox -- --app URL

Opens the configuration page of your connector or tab in a stand-in for Microsoft Teams: no account, no
internet, and no change to the page. Whatever SDK of Microsoft's it uses takes the stand-in for its host.

  --app URL      the configuration page, such as http://localhost:5173/config
  --name NAME    what to call your app; its host when left out
  --port NUMBER  where to listen; 3979 when left out
  --help         these words

Teams' placeholders may stand in the address: http://localhost:5173/config?theme={theme}&locale={locale}
Everything is kept in data/sandbox; DATA_DIR names another folder. More: docs/sandbox-alone.md
`;

const PORT = 3_979;

/** Reads the command's arguments; nothing when help was asked for. Throws a StartError with what is wrong. */
export function readAloneOptions(args: readonly string[]): AloneOptions | undefined {
  const { app, name, port, help } = parse(args);
  if (help) return undefined;
  if (app === undefined) throw new StartError(`--app is missing: which page shall be opened?\n\n${HELP}`);
  const url = URL.canParse(app) ? new URL(app) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new StartError(`--app must be an address such as http://localhost:5173/config; "${app}" is none.`);
  const number = port === undefined ? PORT : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new StartError(`--port must be a port number from 0 to 65535; "${port}" is none.`);
  return { app: url, name: name?.trim() || url.host, port: number };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        app: { type: 'string' },
        name: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}
