// `npm run doctor`: tells what stands between these settings and a working installation. See docs/operating.md.
import { runModule } from './run-module.mjs';

runModule('server/operate/doctor/main.ts');
