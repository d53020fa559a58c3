import { makeStyles, tokens } from '@fluentui/react-components';
import type { SeriesName } from './series-name.ts';

/** The colour of each series. What it stands for is in the legend and the table, too. */
export const usePlotColours: () => Record<SeriesName, string> = makeStyles({
  posted: { color: tokens.colorPaletteGreenForeground3 },
  accepted: { color: tokens.colorPaletteBlueBorderActive },
  tryAgain: { color: tokens.colorPaletteMarigoldForeground3 },
  dead: { color: tokens.colorPaletteRedForeground3 },
  cardWrong: { color: tokens.colorPaletteBerryForeground3 },
  p50Ms: { color: tokens.colorPaletteGreenForeground3 },
  p95Ms: { color: tokens.colorPaletteBlueBorderActive },
  p99Ms: { color: tokens.colorPaletteRedForeground3 },
});
