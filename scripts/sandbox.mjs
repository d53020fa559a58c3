// `npm run sandbox -- --app URL`: opens any configuration page in the stand-in for Teams.
import { runModule } from './run-module.mjs';

runModule('server/sandbox/alone/main.ts');
