// `npm test`: sets up what is missing, then runs every check and test. Ends with "N passed, N failed".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { environment, node, root, setUp } from './setup.mjs';

setUp();
const chromium = findChromium();
const reports = mkdtempSync(join(tmpdir(), 'cardwire-reports-'));

console.log('\nChecks');
const results = [check()];

console.log('\nUnit, component and integration tests');
const vitestReport = join(reports, 'vitest.json');
results.push(
  runTests(
    'vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    () => {
      const report = readReport(vitestReport);
      // A file that cannot be loaded has no tests of its own that failed.
      const brokenFiles = report.testResults.filter(
        ({ status, assertionResults }) =>
          status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
      );
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + brokenFiles.length,
        skipped: report.numPendingTests + report.numTodoTests,
      };
    },
  ),
);

console.log('\nBrowser tests');
const playwrightReport = join(reports, 'playwright.json');
results.push(
  runTests(
    '@playwright/test/cli.js',
    ['test', '--reporter=list,json'],
    () => {
      const { stats, errors } = readReport(playwrightReport);
      return {
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected + errors.length,
        skipped: stats.skipped,
      };
    },
    { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  ),
);

rmSync(reports, { recursive: true, force: true });
const sum = (name) => results.reduce((total, result) => total + (result[name] ?? 0), 0);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

/** Runs a test runner and counts by its report; a runner that ends badly without a failed test counts as one. */
function runTests(script, args, count, env = {}) {
  const { status } = spawnSync(node, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    // Colours are for terminals.
    env: { ...environment, ...(!process.stdout.isTTY && { NO_COLOR: '1' }), ...env },
    stdio: 'inherit',
  });
  const result = count();
  return status !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

function readReport(file) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  return {
    testResults: [],
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    errors: [],
    stats: { expected: 0, flaky: 0, unexpected: 0, skipped: 0 },
  };
}
