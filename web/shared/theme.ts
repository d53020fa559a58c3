import {
  type Theme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
} from '@fluentui/react-components';

/** Teams' own themes. `glass` (headsets) and whatever comes later look as `default`. */
const THEMES: Record<string, Theme> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

/** The looks for a theme's name as hosts give it. */
export function themeOf(name: string | undefined): Theme {
  return (name !== undefined && Object.hasOwn(THEMES, name) ? THEMES[name] : undefined) ?? teamsLightTheme;
}
