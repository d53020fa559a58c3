import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';
import type { HostTheme } from './host/context.ts';

/** How the sandbox itself looks in each of Teams' themes. */
export const FLUENT_THEMES: Readonly<Record<HostTheme, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
  glass: teamsLightTheme,
};
