/**
 * The machine's monotonic clock in milliseconds. All processes of one machine read the same one (on Linux
 * CLOCK_MONOTONIC), so a moment noted here can be compared with a moment noted in a child process.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
